using System;
using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace WeComRobot.Simulator.State;

/// <summary>The body of a request as text.</summary>
/// <param name="Text">The text; bytes that are not UTF-8 are replacement characters in it.</param>
/// <param name="InvalidByte">The number, from 1, of the first byte that is not UTF-8; null if all are.</param>
internal sealed record BodyText(string Text, int? InvalidByte = null)
{
    public static BodyText Empty { get; } = new("");

    /// <param name="body">The body; null if it was too large to be read.</param>
    public static BodyText Decode(byte[]? body) => body is null ? Empty : new(Encoding.UTF8.GetString(body), FindInvalidByte(body));

    public static int? FindInvalidByte(ReadOnlySpan<byte> body)
    {
        if (Utf8.IsValid(body))
        {
            return null;
        }

        var valid = 0;
        while (Rune.DecodeFromUtf8(body[valid..], out _, out var length) == OperationStatus.Done)
        {
            valid += length;
        }

        return valid + 1;
    }
}
