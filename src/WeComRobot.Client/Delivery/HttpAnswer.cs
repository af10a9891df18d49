using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>What came back over HTTP, before anybody believes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, cut where it is far longer than any answer of the service.</param>
/// <param name="Excerpt">Content type and first characters, for errors; the key, should a page echo it, taken out.</param>
/// <param name="RedirectHost">The other host that a redirect leads to.</param>
/// <param name="RetryAfter">After how long to come back; null where it does not say so.</param>
/// <param name="ReceivedAt">When it came.</param>
internal sealed record HttpAnswer(int Status, byte[] Body, string Excerpt, string? RedirectHost, TimeSpan? RetryAfter, DateTimeOffset ReceivedAt)
{
    private const int ExcerptCharacters = 80;

    public static HttpAnswer From(WebhookAddress robot, HttpResponseMessage response, byte[] body, DateTimeOffset now) => new(
        (int)response.StatusCode,
        body,
        ExcerptOf(robot, response.Content.Headers.ContentType?.MediaType, body),
        HostOf(response.Headers.Location),
        AfterHowLong(response.Headers.RetryAfter, now),
        now);

    private static string ExcerptOf(WebhookAddress robot, string? mediaType, byte[] body)
    {
        // Redacted before it is cut, lest half a key remain
        var text = robot.Redact(Encoding.UTF8.GetString(body));
        var line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var visible = new string(line.Where(c => !char.IsControl(c)).Take(ExcerptCharacters).ToArray());
        return visible.Length == 0 ? Strings.EmptyAnswer : $"{mediaType}: {visible}";
    }

    /// <summary>Both forms: seconds, or a date, which may have passed on this clock.</summary>
    private static TimeSpan? AfterHowLong(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? (date > now ? date - now : TimeSpan.Zero) : null);

    private static string? HostOf(Uri? location) =>
        location is { IsAbsoluteUri: true } ? WebhookKey.Mask(location.Host) : null;
}
