using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using WeComRobot.Robots;

namespace WeComRobot.Http;

/// <summary>The connections of a client: one set for each proxy and credential.</summary>
/// <param name="time">The clock.</param>
/// <param name="createHandler">Creates the one handler of all posts, whatever their proxy. Defaults to the system's handlers.</param>
internal sealed class ConnectionCache(TimeProvider time, Func<HttpMessageHandler>? createHandler) : IDisposable
{
    private readonly Dictionary<string, HttpPost> _byRoute = [];

    /// <summary>Gets the connections through a proxy; through the system's if none is given.</summary>
    /// <exception cref="WeComException">InvalidAddress: the proxy is not an absolute URL, or contains a password.</exception>
    public HttpPost For(Uri? proxy, ProxyCredential? credential)
    {
        ProxyAddress.Check(proxy);
        var route = createHandler is null ? $"{proxy?.AbsoluteUri} {credential?.Identity}" : "";
        lock (_byRoute)
        {
            if (!_byRoute.TryGetValue(route, out var post))
            {
                _byRoute[route] = post = new(createHandler?.Invoke() ?? SystemHandler.Create(system => CreateProxy(system, proxy, credential)), time);
            }

            return post;
        }
    }

    public void Dispose()
    {
        lock (_byRoute)
        {
            foreach (var post in _byRoute.Values)
            {
                post.Dispose();
            }
        }
    }

    private static IWebProxy CreateProxy(IWebProxy? system, Uri? proxy, ProxyCredential? credential)
    {
        var signIn = credential?.ToNetworkCredential();
        return proxy is null ? new SystemProxy(system, signIn) : new WebProxy(proxy) { Credentials = signIn };
    }
}
