using System.Linq;
using System.Text;
using WeComRobot.Content.Terminal;

namespace WeComRobot.Content;

/// <summary>Puts foreign text into Markdown so that it stays text.</summary>
internal static class MarkdownText
{
    private const string EscapablePunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The text on one line, with what would end a table's cell or begin code escaped.</summary>
    public static string Cell(string text) => Escape(text, "|`");

    /// <summary>The text on one line, with what would begin code escaped.</summary>
    public static string Item(string text) => Escape(text, "`");

    private static string Escape(string text, string special)
    {
        var line = OneLine(TerminalText.Clean(text));
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            // A backslash before punctuation would itself be taken for an escape, and vanish
            var wouldEscape = line[i] == '\\' && i + 1 < line.Length && EscapablePunctuation.Contains(line[i + 1]);
            if (wouldEscape || special.Contains(line[i]))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    private static string OneLine(string text) =>
        string.Join(" ", text.Split(text.Where(c => char.IsControl(c) || c is '\u2028' or '\u2029').Distinct().ToArray()))
            .Trim();
}
