using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>What came back over HTTP, before anybody believes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, cut where it is far longer than any answer of the service.</param>
/// <param name="Excerpt">Content type and first characters, for errors; the key, should a page echo it, taken out.</param>
/// <param name="RedirectHost">The other host that a redirect leads to.</param>
/// <param name="HasRetryAfter">Whether it says when to come back.</param>
internal sealed record HttpAnswer(int Status, byte[] Body, string Excerpt, string? RedirectHost, bool HasRetryAfter)
{
    private const int ExcerptCharacters = 80;

    public static HttpAnswer From(WebhookAddress robot, HttpResponseMessage response, byte[] body) => new(
        (int)response.StatusCode,
        body,
        ExcerptOf(robot, response.Content.Headers.ContentType?.MediaType, body),
        HostOf(response.Headers.Location),
        response.Headers.RetryAfter is not null);

    private static string ExcerptOf(WebhookAddress robot, string? mediaType, byte[] body)
    {
        // Redacted before it is cut, lest half a key remain
        var text = robot.Redact(Encoding.UTF8.GetString(body));
        var line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var visible = new string(line.Where(c => !char.IsControl(c)).Take(ExcerptCharacters).ToArray());
        return visible.Length == 0 ? Strings.EmptyAnswer : $"{mediaType}: {visible}";
    }

    private static string? HostOf(Uri? location) =>
        location is { IsAbsoluteUri: true } ? WebhookKey.Mask(location.Host) : null;
}
