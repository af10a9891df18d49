using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The chat page's files, embedded in the assembly.</summary>
internal static class PageAssets
{
    // A message can make the page load images, but no scripts or styles
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src http: https: data:; base-uri 'none'; form-action 'none'";

    public static async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var name = path == "/" ? "chat.html" : path.TrimStart('/');
        await using var asset = typeof(PageAssets).Assembly.GetManifestResourceStream($"Page/{name}");
        if (asset is null || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = GetContentType(name);
        context.Response.ContentLength = asset.Length;
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await asset.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static string GetContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        var extension => throw new InvalidOperationException($"No content type for {extension}."),
    };
}
