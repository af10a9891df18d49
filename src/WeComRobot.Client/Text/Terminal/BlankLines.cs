using System.Globalization;

namespace WeComRobot.Text.Terminal;

/// <summary>Finds lines on which a reader sees nothing.</summary>
internal static class BlankLines
{
    /// <summary>Removes the blank lines at the start and end of a text. The result is empty if it has no other lines.</summary>
    public static string Trim(string text)
    {
        var first = 0;
        while (first < text.Length && IsInvisible(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return "";
        }

        var last = text.Length - 1;
        while (IsInvisible(text[last]))
        {
            last--;
        }

        var start = first == 0 ? 0 : text.LastIndexOf('\n', first - 1) + 1;
        var end = text.IndexOf('\n', last);
        return text.Substring(start, (end < 0 ? text.Length : end) - start);
    }

    /// <summary>Whether the text has no visible character.</summary>
    public static bool IsBlank(string text) => Trim(text).Length == 0;

    private static bool IsInvisible(char c) =>
        c < '\x7F' ? c <= ' '
        : char.IsWhiteSpace(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control
        || c is '\u034F' or '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0' or (>= '\uFE00' and <= '\uFE0F');
}
