using System.Text;

namespace WeComRobot.Simulator.Rules;

/// <summary>Cuts a text to a number of UTF-8 bytes, never through a code point.</summary>
internal static class Utf8Cut
{
    public static string To(string text, int mostBytes)
    {
        var bytes = 0;
        var chars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes)
            {
                return text[..chars];
            }

            chars += rune.Utf16SequenceLength;
        }

        return text;
    }
}
