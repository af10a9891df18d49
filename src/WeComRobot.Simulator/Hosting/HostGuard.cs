using System;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>
/// Refuses the page and its data to a request for another host than this machine. Otherwise a web site whose name resolves to
/// 127.0.0.1 could read the chat through the browser of whoever visits it (DNS rebinding).
/// </summary>
internal static class HostGuard
{
    public static bool Allows(HttpRequest request, IPAddress listen)
    {
        var host = request.Host.Host.Trim('[', ']');
        return !IPAddress.IsLoopback(listen)
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
