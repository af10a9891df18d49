using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using WeComRobot.Robots;

namespace WeComRobot.Http;

/// <summary>The connections of a client: one set for each way out of this machine.</summary>
/// <param name="time">The clock.</param>
/// <param name="createHandler">Creates the handler; its argument wraps the system's proxy.</param>
internal sealed class Transports(TimeProvider time, Func<Func<IWebProxy?, IWebProxy>, HttpMessageHandler> createHandler) : IDisposable
{
    private readonly Dictionary<(string Proxy, string SignIn), Transport> _byWay = [];

    /// <summary>The connections through a proxy; through the system's where none is given.</summary>
    /// <exception cref="WeComException">InvalidAddress: the proxy is no absolute URL, or holds a password.</exception>
    public Transport For(Uri? proxy, ProxyCredential? credential)
    {
        ProxyAddress.Check(proxy);
        var way = (proxy?.AbsoluteUri ?? "", credential?.Identity ?? "");
        lock (_byWay)
        {
            if (!_byWay.TryGetValue(way, out var transport))
            {
                _byWay[way] = transport = new(createHandler(system => ProxyOf(system, proxy, credential)), time);
            }

            return transport;
        }
    }

    public void Dispose()
    {
        lock (_byWay)
        {
            foreach (var transport in _byWay.Values)
            {
                transport.Dispose();
            }
        }
    }

    private static IWebProxy ProxyOf(IWebProxy? system, Uri? proxy, ProxyCredential? credential)
    {
        var signIn = credential?.ToNetworkCredential();
        return proxy is null ? new SystemProxy(system, signIn) : new WebProxy(proxy) { Credentials = signIn };
    }
}
