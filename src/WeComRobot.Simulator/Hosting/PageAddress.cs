using System;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>Addresses of this simulator as the browser knows it.</summary>
internal static class PageAddress
{
    public static Uri Webhook(HttpRequest request, string key) =>
        new($"{request.Scheme}://{request.Host}/cgi-bin/webhook/send?key={Uri.EscapeDataString(key)}");
}
