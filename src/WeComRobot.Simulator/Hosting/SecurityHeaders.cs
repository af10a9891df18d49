using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The response headers by which no answer can be run as something else than it is, or be used by another web site.</summary>
internal static class SecurityHeaders
{
    // The body of a fault may be any HTML, which must not get at the page and its data
    private const string ServicePolicy = "sandbox; default-src 'none'";

    /// <summary>Sets them when the response starts, so that no fault's headers override them.</summary>
    public static void Protect(this HttpResponse response, bool isService) => response.OnStarting(() =>
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (isService)
        {
            response.Headers.ContentSecurityPolicy = ServicePolicy;
        }

        return Task.CompletedTask;
    });
}
