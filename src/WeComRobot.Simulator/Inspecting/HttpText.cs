using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>A request and its response as they are on the wire, as far as one debugs a script with them.</summary>
internal static class HttpText
{
    private const int MaxChars = 2000;

    /// <summary>The request without its body.</summary>
    public static string Of(ReceivedRequest request) => JoinLines(
        $"{request.Method} {request.Target}", Header("Content-Type", request.ContentType), Header("User-Agent", request.UserAgent));

    /// <summary>The status, the headers that a fault gave it, and the body. Of a long body only the beginning.</summary>
    public static string Of(SentResponse response) => JoinLines(
        [$"HTTP {response.Status}", .. response.Headers.Select(header => Header(header.Key, header.Value)), Shorten(Encoding.UTF8.GetString(response.Body))]);

    private static string? Header(string name, string? value) => value is null ? null : $"{name}: {value}";

    private static string? Shorten(string body) => body.Length == 0 ? null : body.Length <= MaxChars ? body : $"{body[..MaxChars]}…";

    private static string JoinLines(params IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>());
}
