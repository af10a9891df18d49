using System.Text;

namespace WeComRobot.Simulator.Rules;

/// <summary>Truncates a text to a number of UTF-8 bytes without splitting a code point.</summary>
internal static class Utf8Truncation
{
    public static string Truncate(string text, int maxBytes)
    {
        var bytes = 0;
        var chars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                return text[..chars];
            }

            chars += rune.Utf16SequenceLength;
        }

        return text;
    }
}
