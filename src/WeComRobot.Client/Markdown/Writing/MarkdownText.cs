using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Markdown.Writing;

/// <summary>Puts foreign text into Markdown so that it stays text.</summary>
internal static class MarkdownText
{
    /// <summary>What a backslash escapes (CommonMark, Backslash escapes).</summary>
    public const string EscapablePunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly Regex Entity = new(@"\G&#?\w{1,31};", RegexOptions.CultureInvariant);

    /// <summary>The text on one line, with what would end a table's cell or act as Markdown escaped.</summary>
    public static string Cell(string text) => Escape(text, isCell: true);

    /// <summary>The text on one line, with what would act as Markdown escaped.</summary>
    public static string Item(string text) => Escape(text, isCell: false);

    private static string Escape(string text, bool isCell)
    {
        var line = OneLine(TerminalText.Clean(text));
        var lastLink = line.LastIndexOf("](", StringComparison.Ordinal);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if ((isCell && line[i] == '|') || (line[i] == '[' && i < lastLink) || Acts(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Whether the character acts as Markdown there. Escapes are few, for a client that shows Markdown as plain text shows
    /// them too: a_b and a &lt; b stay as they are.
    /// </summary>
    private static bool Acts(string line, int at) => line[at] switch
    {
        '`' or '*' => true,
        '_' => !(IsWord(line, at - 1) && IsWord(line, at + 1)),
        '~' => At(line, at - 1) == '~' || At(line, at + 1) == '~',
        '<' => At(line, at + 1) is '/' or '!' or '@' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'),
        '&' => Entity.IsMatch(line, at),
        // A backslash before punctuation would itself be taken for an escape, and vanish
        '\\' => at + 1 < line.Length && EscapablePunctuation.Contains(line[at + 1]),
        _ => false,
    };

    private static bool IsWord(string line, int at) => char.IsLetterOrDigit(At(line, at));

    private static char At(string line, int at) => at >= 0 && at < line.Length ? line[at] : '\0';

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n"))
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString().Trim(' ');
    }
}
