using System;
using System.Text;
using System.Text.Json;

namespace WeComRobot.Simulator.Requests;

/// <summary>Where a body stops being JSON.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The UTF-16 character in the line, from 1, as editors count.</param>
internal sealed record JsonMistake(int Line, int Column)
{
    /// <returns>Null when the error has no place.</returns>
    public static JsonMistake? Of(JsonException error, ReadOnlySpan<byte> body)
    {
        if (error is not { LineNumber: { } lines, BytePositionInLine: { } bytes })
        {
            return null;
        }

        for (var i = 0; i < lines; i++)
        {
            body = body[(body.IndexOf((byte)'\n') + 1)..];
        }

        return new((int)lines + 1, Encoding.UTF8.GetCharCount(body[..(int)bytes]) + 1);
    }
}
