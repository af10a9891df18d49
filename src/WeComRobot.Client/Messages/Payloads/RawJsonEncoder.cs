using System;
using System.Text.Encodings.Web;

namespace WeComRobot.Messages.Payloads;

/// <summary>
/// Escapes only what JSON requires. The framework's relaxed encoder would write an emoji as \u escapes, in 12 bytes
/// instead of 4 (service.md#json).
/// </summary>
internal sealed unsafe class RawJsonEncoder : JavaScriptEncoder
{
    private const int Replacement = 0xFFFD;

    /// <summary>The length of the longest escape, such as \u001f.</summary>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        // The relaxed encoder is fast, and encodes all that this one does: there is nothing to encode before the first of its characters
        var first = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text, textLength);
        for (var i = first < 0 ? textLength : first; i < textLength; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < textLength && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || WillEncode(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = Encode(unicodeScalar);
        numberOfCharactersWritten = 0;
        if (output.Length > bufferLength)
        {
            return false;
        }

        output.AsSpan().CopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = output.Length;
        return true;
    }

    private static string Encode(int unicodeScalar) => unicodeScalar switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < 0x20 => $"\\u{unicodeScalar:x4}",
        >= 0xD800 and <= 0xDFFF => ((char)Replacement).ToString(),
        _ => char.ConvertFromUtf32(unicodeScalar),
    };
}
