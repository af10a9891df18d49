using System;
using System.IO;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The files of the page, embedded in the assembly. What is in double braces in HTML is a text of the page's language.</summary>
internal static partial class PageAssets
{
    // No message can run a script or bring a style. Pictures come from anywhere, but the page loads them after a click only.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task HandleAsync(HttpContext context)
    {
        var texts = PageTexts.For(context.Request);
        var name = context.Request.Path.Value switch
        {
            null or "/" => "chat.html",
            "/composer" => "composer.html",
            var path => path.TrimStart('/'),
        };
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || await ReadAsync(name, texts) is not { } content)
        {
            await context.StatusAsync(StatusCodes.Status404NotFound);
            return;
        }

        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        // Not "no-referrer", with which a browser may send "null" for the page's own Origin
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        context.Response.Headers.Vary = "Accept-Language";
        await context.BytesAsync(GetContentType(name), content);
    }

    private static async Task<byte[]?> ReadAsync(string name, PageTexts texts)
    {
        if (name == "texts.js")
        {
            return [.. "export const texts = "u8, .. JsonText.Serialize(texts.All), .. ";\n"u8];
        }

        await using var file = typeof(PageAssets).Assembly.GetManifestResourceStream($"Page/{name}");
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return name.EndsWith(".html", StringComparison.Ordinal) ? Translate(content.ToArray(), texts) : content.ToArray();
    }

    private static byte[] Translate(byte[] html, PageTexts texts) => Encoding.UTF8.GetBytes(Placeholder().Replace(
        Encoding.UTF8.GetString(html),
        match => WebUtility.HtmlEncode(match.Groups[1].Value == "lang" ? texts.Tag : texts[match.Groups[1].Value])));

    private static string GetContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        var extension => throw new InvalidOperationException($"No content type for {extension}."),
    };

    [GeneratedRegex(@"\{\{([\w.]+)\}\}")]
    private static partial Regex Placeholder();
}
