using System;
using System.Text;
using System.Text.RegularExpressions;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Markdown.Writing;

/// <summary>Escapes text so that Markdown shows it as it is.</summary>
internal static class MarkdownEscaping
{
    /// <summary>The characters that a backslash escapes (CommonMark, Backslash escapes).</summary>
    public const string EscapablePunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly Regex Entity = new(@"\G&#?\w{1,31};", RegexOptions.CultureInvariant);

    /// <summary>Puts the text on one line and escapes what would end a table's cell or be read as Markdown.</summary>
    public static string EscapeCell(string text) => Escape(text, isCell: true);

    /// <summary>Puts the text on one line and escapes what would be read as Markdown.</summary>
    public static string EscapeLine(string text) => Escape(text, isCell: false);

    private static string Escape(string text, bool isCell)
    {
        var line = JoinLines(TerminalText.Clean(text));
        var lastLink = line.LastIndexOf("](", StringComparison.Ordinal);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if ((isCell && line[i] == '|') || (line[i] == '[' && i < lastLink) || IsMarkup(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Whether the character at an index would be read as Markdown. A client that shows Markdown as plain text also shows the escapes, so
    /// there are as few as possible: a_b and a &lt; b stay as they are.
    /// </summary>
    private static bool IsMarkup(string line, int at) => line[at] switch
    {
        '`' or '*' => true,
        '_' => !(IsWordCharacter(line, at - 1) && IsWordCharacter(line, at + 1)),
        '~' => CharAt(line, at - 1) == '~' || CharAt(line, at + 1) == '~',
        '<' => CharAt(line, at + 1) is '/' or '!' or '@' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'),
        '&' => Entity.IsMatch(line, at),
        // A backslash before punctuation would be read as an escape and not be shown
        '\\' => at + 1 < line.Length && EscapablePunctuation.IndexOf(line[at + 1]) >= 0,
        _ => false,
    };

    private static bool IsWordCharacter(string line, int at) => char.IsLetterOrDigit(CharAt(line, at));

    private static char CharAt(string line, int at) => at >= 0 && at < line.Length ? line[at] : '\0';

    private static string JoinLines(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n"))
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString().Trim(' ');
    }
}
