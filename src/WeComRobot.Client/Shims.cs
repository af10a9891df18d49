// What net472 lacks, in one file, so that no other file needs an #if.
using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot
{
    internal static class Shims
    {
        /// <summary>Waits on the given clock, so that tests can own the time.</summary>
        public static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
            time.Delay(delay, cancellationToken);
#else
            Task.Delay(delay, time, cancellationToken);
#endif

        /// <summary>A source that cancels itself after <paramref name="delay"/> on the given clock.</summary>
        public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
#if NETFRAMEWORK
            time.CreateCancellationTokenSource(delay);
#else
            new(delay, time);
#endif

        /// <summary>
        /// The handler, for the system's proxy as wrapped. Never follows redirects: the key is in the URL (DESIGN, decision 7).
        /// Core leaves TLS to the system, and renews connections so that a long-lived prompt notices a changed DNS entry. Windows
        /// PowerShell's own defaults are older TLS and two connections a host for all robots together.
        /// </summary>
        public static HttpMessageHandler CreateHandler(Func<IWebProxy?, IWebProxy> wrapProxy) =>
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
            };
#endif
    }
}

#if NETFRAMEWORK
namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;
}
#endif
