using System.Text;
using WeComRobot.Compat;

namespace WeComRobot.Text;

/// <summary>Text as UTF-8 can carry it.</summary>
internal static class WellFormed
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with U+FFFD in place of each lone surrogate; the same object when it has none.</summary>
    public static string Repair(string text)
    {
        StringBuilder? repaired = null;
        for (var i = TextSpans.IndexOfSurrogate(text, 0); i >= 0; i = TextSpans.IndexOfSurrogate(text, i))
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i += 2;
                continue;
            }

            repaired ??= new StringBuilder(text);
            repaired[i++] = Replacement;
        }

        return repaired?.ToString() ?? text;
    }
}
