using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using WeComRobot.Robots;

namespace WeComRobot.Http;

/// <summary>The connections of a client: one set for each proxy and sign-in.</summary>
/// <param name="time">The clock.</param>
/// <param name="createHandler">Creates a handler that serves whatever the proxy. Defaults to the system's handlers.</param>
internal sealed class ConnectionCache(TimeProvider time, Func<HttpMessageHandler>? createHandler) : IDisposable
{
    private readonly Dictionary<(string Proxy, string SignIn), HttpPost> _byWay = [];

    /// <summary>The connections through a proxy. Defaults to the system's proxy.</summary>
    /// <exception cref="WeComException">InvalidAddress: the proxy is no absolute URL, or holds a password.</exception>
    public HttpPost For(Uri? proxy, ProxyCredential? credential)
    {
        ProxyAddress.Check(proxy);
        var way = createHandler is null ? (proxy?.AbsoluteUri ?? "", credential?.Identity ?? "") : ("", "");
        lock (_byWay)
        {
            if (!_byWay.TryGetValue(way, out var post))
            {
                _byWay[way] = post = new(createHandler?.Invoke() ?? SystemHandler.Create(system => ProxyFor(system, proxy, credential)), time);
            }

            return post;
        }
    }

    public void Dispose()
    {
        lock (_byWay)
        {
            foreach (var post in _byWay.Values)
            {
                post.Dispose();
            }
        }
    }

    private static IWebProxy ProxyFor(IWebProxy? system, Uri? proxy, ProxyCredential? credential)
    {
        var signIn = credential?.ToNetworkCredential();
        return proxy is null ? new SystemProxy(system, signIn) : new WebProxy(proxy) { Credentials = signIn };
    }
}
