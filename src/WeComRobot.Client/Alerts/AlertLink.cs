using System;
using System.Linq;
using WeComRobot.Markdown.Dialects.Adapting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Robots;

namespace WeComRobot.Alerts;

/// <summary>A link that people can open.</summary>
internal static class AlertLink
{
    /// <exception cref="WeComException">InvalidMessage: the URL is not an absolute one that a browser opens.</exception>
    public static void Check(string? url)
    {
        if (url is not null && !IsWeb(url))
        {
            throw new WeComException(
                FailureCause.InvalidMessage, Strings.AlertUrlInvalid.With(WebhookAddress.Mask(AlertText.OneLine(url))), Strings.AdviseWebUrl);
        }
    }

    /// <summary>The link with this text; nothing in the URL ends it.</summary>
    public static string ToMarkdown(string text, string url) =>
        $"[{MarkdownEscaping.EscapeLine(text)}]({PictureLink.EscapeSpaces(url.Trim()).Replace("(", "%28").Replace(")", "%29")})";

    private static bool IsWeb(string url) =>
        !url.Trim().Any(char.IsControl)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;
}
