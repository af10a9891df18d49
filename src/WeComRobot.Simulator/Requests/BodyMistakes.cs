using System;
using System.Linq;
using System.Text;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary>Finds out what is wrong with a body that is no JSON.</summary>
internal static class BodyMistakes
{
    private const int Gbk = 936;
    private const int MaxQuotedChars = 20;

    private static readonly Encoding StrictGbk =
        CodePagesEncodingProvider.Instance.GetEncoding(Gbk, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <param name="body">The body.</param>
    /// <param name="isForm">Whether its Content-Type says that it is a form.</param>
    /// <returns>Null if it is text in UTF-8 that is simply no JSON.</returns>
    public static BodyMistake? Find(byte[] body, bool isForm) => body switch
    {
        [] => new(BodyMistakeKind.Missing),
        [0xEF, 0xBB, 0xBF, ..] => new(BodyMistakeKind.ByteOrderMark),
        // With a mark, or without one: JSON begins with an ASCII sign
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [_, 0, ..] or [0, _, ..] => new(BodyMistakeKind.Utf16),
        _ when BodyText.FindInvalidByte(body) is { } number => FindEncoding(body, number),
        _ when isForm || IsForm(body) => new(BodyMistakeKind.Form),
        _ => null,
    };

    // Text in GBK is no UTF-8 from its first Chinese sign on; what is UTF-8 up to a later one was damaged
    private static BodyMistake FindEncoding(byte[] body, int invalidByte) =>
        Ascii.IsValid(body.AsSpan(0, invalidByte - 1)) && ReadAsGbk(body.AsSpan(invalidByte - 1)) is { } text
            ? new(BodyMistakeKind.Gbk, invalidByte, Quote(text))
            : new(BodyMistakeKind.NotUtf8, invalidByte);

    private static string? ReadAsGbk(ReadOnlySpan<byte> text)
    {
        try
        {
            return StrictGbk.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Quote(string text)
    {
        var end = text.IndexOfAny(['"', '\\', '\r', '\n']);
        var quoted = end < 0 ? text : text[..end];
        return quoted.Length <= MaxQuotedChars ? quoted : $"{quoted[..MaxQuotedChars]}…";
    }

    private static bool IsForm(byte[] body) =>
        Array.IndexOf(body, (byte)'=') is > 0 and var end && body[..end].All(sign => char.IsAsciiLetterOrDigit((char)sign) || sign == '_');
}
