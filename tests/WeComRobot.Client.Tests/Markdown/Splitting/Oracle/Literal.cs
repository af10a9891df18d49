using System.Globalization;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Text as it can be pasted between the quotes of a C# literal.</summary>
internal static class Literal
{
    public static string Escape(string text)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                literal.Append(c).Append(text[++i]);
                continue;
            }

            literal.Append(c switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when IsSeen(c) => c.ToString(),
                _ => $"\\u{(int)c:X4}",
            });
        }

        return literal.ToString();
    }

    // Marks and joiners would hide in the sign before them
    private static bool IsSeen(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u200D' or '\uFE0F' or '\u20DD' or '\u20E3')
            && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);
}
