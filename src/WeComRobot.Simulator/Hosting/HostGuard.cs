using System;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>
/// Refuses the page and its data to a request for a name that a web site may have. Otherwise a site whose name resolves to this machine
/// could read the chat through the browser of whoever visits it (DNS rebinding).
/// </summary>
internal static class HostGuard
{
    public static bool Allows(HttpRequest request, IPAddress listen)
    {
        var host = request.Host.Host.Trim('[', ']');
        return IPAddress.TryParse(host, out var address)
            ? !IPAddress.IsLoopback(listen) || IPAddress.IsLoopback(address)
            : IsName(host, "localhost") || (!IPAddress.IsLoopback(listen) && IsLocalName(host));
    }

    /// <summary>Says under which names it answers.</summary>
    public static string Explain(ConnectionInfo connection, IPAddress listen)
    {
        var names = IPAddress.IsLoopback(listen) ? "127.0.0.1 and localhost" : "IP addresses, localhost and names without a dot";
        var address = connection.LocalIpAddress ?? listen;
        return $"this simulator answers to {names} only: open "
            + $"http://{new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, connection.LocalPort)}/";
    }

    // No web site has a name without a dot
    private static bool IsLocalName(string host) => (host.Length > 0 && !host.Contains('.')) || IsName(host, Dns.GetHostName());

    private static bool IsName(string host, string name) => host.Equals(name, StringComparison.OrdinalIgnoreCase);
}
