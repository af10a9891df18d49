using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using WeComRobot.Robots;

namespace WeComRobot.Http;

/// <summary>
/// What came back over HTTP. The caller decides whether to trust it. What only errors show is read when it is asked for.
/// </summary>
/// <param name="robot">The robot, whose key is redacted.</param>
/// <param name="response">The response; its headers can be read even after it is closed.</param>
/// <param name="body">The body, truncated if it is far longer than any answer of the service.</param>
/// <param name="receivedAt">When it came.</param>
internal sealed class HttpAnswer(WebhookAddress robot, HttpResponseMessage response, byte[] body, DateTimeOffset receivedAt)
{
    private const int ExcerptCharacters = 80;

    /// <summary>The HTTP status.</summary>
    public int Status => (int)response.StatusCode;

    /// <summary>The body, truncated if it is far longer than any answer of the service.</summary>
    public byte[] Body => body;

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt => receivedAt;

    /// <summary>Its content encoding, such as gzip, which was not asked for; null if it has none.</summary>
    public string? ContentEncoding =>
        Headers.ContentEncoding.Where(name => !name.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } names
            ? robot.Redact(Visible.Line(string.Join(", ", names)))
            : null;

    /// <summary>The content type and the first characters, for errors. A key that a page echoes is redacted.</summary>
    public string Excerpt => ContentEncoding is { } encoding ? Strings.EncodedAnswer.With(encoding) : CreateExcerpt(Headers.ContentType?.MediaType);

    /// <summary>The other host that a redirect leads to; null if there is none.</summary>
    public string? RedirectHost =>
        response.Headers.Location is { IsAbsoluteUri: true } location ? robot.Redact(WebhookKey.Mask(location.Host)) : null;

    /// <summary>
    /// How long to wait before the next call; null if the answer does not say. The header contains seconds, or a date, which may be in
    /// the past on this clock.
    /// </summary>
    public TimeSpan? RetryAfter =>
        response.Headers.RetryAfter is not { } header ? null
        : header.Delta ?? (header.Date is { } date ? (date > receivedAt ? date - receivedAt : TimeSpan.Zero) : null);

    private HttpContentHeaders Headers => response.Content.Headers;

    private string CreateExcerpt(string? mediaType)
    {
        // The key is redacted before the text is truncated: otherwise half of it could remain
        var line = Visible.Line(robot.Redact(Encoding.UTF8.GetString(body)));
        var visible = line.Substring(0, Math.Min(line.Length, ExcerptCharacters));
        return visible.Length == 0 ? Strings.EmptyAnswer : mediaType is null ? visible : $"{robot.Redact(mediaType)}: {visible}";
    }
}
