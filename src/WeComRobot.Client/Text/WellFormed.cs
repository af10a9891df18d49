using System.Text;
using WeComRobot.Compat;

namespace WeComRobot.Text;

/// <summary>Text as UTF-8 can carry it.</summary>
internal static class WellFormed
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text, with U+FFFD in place of each lone surrogate; the same object where it has none.</summary>
    public static string Repair(string text)
    {
        StringBuilder? mended = null;
        for (var i = TextSpans.IndexOfSurrogate(text, 0); i >= 0; i = TextSpans.IndexOfSurrogate(text, i))
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i += 2;
                continue;
            }

            mended ??= new StringBuilder(text);
            mended[i++] = Replacement;
        }

        return mended?.ToString() ?? text;
    }
}
