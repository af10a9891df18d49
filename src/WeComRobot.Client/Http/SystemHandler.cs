using System;
using System.Net;
using System.Net.Http;

namespace WeComRobot.Http;

/// <summary>
/// The HTTP handler of each edition. It never follows redirects: the key is in the URL (architecture.md#retries). Core leaves TLS to the
/// system, and renews connections so that a long-lived prompt notices a changed DNS entry. The defaults of Windows PowerShell would be
/// an older TLS and two connections to the host for all robots together.
/// </summary>
internal static class SystemHandler
{
    /// <param name="wrapProxy">Returns the proxy to use in place of the system's, which is null if the system has none.</param>
    public static HttpMessageHandler Create(Func<IWebProxy?, IWebProxy> wrapProxy) =>
#if NETFRAMEWORK
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = wrapProxy(WebRequest.DefaultWebProxy),
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
            MaxConnectionsPerServer = 16,
        };
#else
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = wrapProxy(HttpClient.DefaultProxy),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // A time-out must not wait for the rest of an answer
            ResponseDrainTimeout = TimeSpan.Zero,
        };
#endif
}
