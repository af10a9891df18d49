using System;
using System.Linq;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>
/// Refuses requests that change something and come from another web site. A browser sends them without asking, to a simulator on the
/// machine of whoever visits the site, as long as their body passes for a form or for plain text.
/// </summary>
internal static class OriginGuard
{
    public const string Refusal = "this simulator takes no requests from other web sites";

    // A script has no Origin; a page from a file or in a sandbox has "null"
    public static bool Allows(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        || HttpMethods.IsHead(request.Method)
        || request.Headers.Origin.All(origin => $"{request.Scheme}://{request.Host}".Equals(origin, StringComparison.OrdinalIgnoreCase));
}
