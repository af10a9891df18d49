using System;
using System.Linq;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>
/// Refuses requests that change something and come from another web site. A browser sends them without asking, to a simulator on the
/// machine of whoever visits the site: a picture with a webhook's address, or a form whose body passes for JSON.
/// </summary>
internal static class OriginGuard
{
    public const string Refusal = "this simulator takes no requests from other web sites";

    /// <param name="request">The request.</param>
    /// <param name="isService">Whether it is for the service, which shows each request in the chat, and gives it the next fault.</param>
    public static bool Allows(HttpRequest request, bool isService) =>
        (!isService && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) || !IsForeign(request);

    // A script sends neither header; a page from a file or in a sandbox has the Origin "null", and what a user opens the site "none"
    private static bool IsForeign(HttpRequest request) =>
        !request.Headers.Origin.All(origin => $"{request.Scheme}://{request.Host}".Equals(origin, StringComparison.OrdinalIgnoreCase))
        || !request.Headers["Sec-Fetch-Site"].All(site => site is "same-origin" or "none");
}
