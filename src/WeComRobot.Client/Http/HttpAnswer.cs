using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using WeComRobot.Robots;

namespace WeComRobot.Http;

/// <summary>What came back over HTTP. The caller decides whether to trust it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, truncated if it is far longer than any answer of the service.</param>
/// <param name="ContentEncoding">Its content encoding, such as gzip, which was not asked for; null if it has none.</param>
/// <param name="Excerpt">The content type and the first characters, for errors. A key that a page echoes is redacted.</param>
/// <param name="RedirectHost">The other host that a redirect leads to.</param>
/// <param name="RetryAfter">How long to wait before the next call; null if the answer does not say.</param>
/// <param name="ReceivedAt">When it came.</param>
internal sealed record HttpAnswer(
    int Status, byte[] Body, string? ContentEncoding, string Excerpt, string? RedirectHost, TimeSpan? RetryAfter, DateTimeOffset ReceivedAt)
{
    private const int ExcerptCharacters = 80;

    public static HttpAnswer From(WebhookAddress robot, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var encoding = FindEncoding(robot, response.Content.Headers);
        return new(
            (int)response.StatusCode,
            body,
            encoding,
            encoding is null ? CreateExcerpt(robot, response.Content.Headers.ContentType?.MediaType, body) : Strings.EncodedAnswer.With(encoding),
            FindRedirectHost(robot, response.Headers.Location),
            ReadRetryAfter(response.Headers.RetryAfter, now),
            now);
    }

    private static string? FindEncoding(WebhookAddress robot, HttpContentHeaders headers) =>
        headers.ContentEncoding.Where(name => !name.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } names
            ? robot.Redact(Visible.Line(string.Join(", ", names)))
            : null;

    private static string CreateExcerpt(WebhookAddress robot, string? mediaType, byte[] body)
    {
        // The key is redacted before the text is truncated: otherwise half of it could remain
        var line = Visible.Line(robot.Redact(Encoding.UTF8.GetString(body)));
        var visible = line.Substring(0, Math.Min(line.Length, ExcerptCharacters));
        return visible.Length == 0 ? Strings.EmptyAnswer : mediaType is null ? visible : $"{robot.Redact(mediaType)}: {visible}";
    }

    /// <summary>The header contains seconds, or a date, which may be in the past on this clock.</summary>
    private static TimeSpan? ReadRetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? (date > now ? date - now : TimeSpan.Zero) : null);

    private static string? FindRedirectHost(WebhookAddress robot, Uri? location) =>
        location is { IsAbsoluteUri: true } ? robot.Redact(WebhookKey.Mask(location.Host)) : null;
}
