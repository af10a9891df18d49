using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes texts as string literals that PowerShell 7 and Windows PowerShell 5.1 read back unchanged, from a prompt or a file.</summary>
internal static class Literal
{
    // PowerShell takes the typographic quotes for the plain ones
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";
    private const string ExpandableSigns = "`$\"\u201C\u201D\u201E";

    // Letters and marks that are drawn as nothing, or as a blank
    private const string Blank = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    // Emoji such as families are several that it joins, and are seen
    private const int Joiner = 0x200D;

    // In quotes, too, it would make one text of all that follows on the line
    private const string StopParsing = "--%";

    /// <summary>The literal on one line.</summary>
    public static string Of(string text) =>
        text == StopParsing ? $"({Verbatim(text)})" : text.EnumerateRunes().Any(NeedsEscape) ? Expandable(text) : Verbatim(text);

    /// <summary>The lines of a text as they are. Their ends are those of the script, which an editor may save as CRLF.</summary>
    /// <returns>Null if the lines have signs that cannot stand there, or if one of them would end the literal.</returns>
    public static string? HereString(string text) =>
        text.Split('\n').Any(line => line.EnumerateRunes().Any(NeedsEscape) || EndsHereString(line)) ? null : $"@'\n{text}\n'@";

    /// <summary>Whether a script must not have the character as it is: a terminal or an editor would change it, or nobody would see it.</summary>
    public static bool NeedsEscape(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value != Joiner,
        _ => Blank.Contains(rune.ToString(), StringComparison.Ordinal),
    };

    private static bool EndsHereString(string line) => line.Length > 1 && SingleQuotes.Contains(line[0]) && line[1] == '@';

    private static string Verbatim(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var c in text)
        {
            literal.Append(c, SingleQuotes.Contains(c) ? 2 : 1);
        }

        return literal.Append('\'').ToString();
    }

    private static string Expandable(string text) => $"\"{string.Concat(text.EnumerateRunes().Select(Escape))}\"";

    // `e and `u{…} are unknown to Windows PowerShell
    private static string Escape(Rune rune) => rune.Value switch
    {
        '\0' => "`0",
        '\t' => "`t",
        '\n' => "`n",
        '\r' => "`r",
        _ when NeedsEscape(rune) => string.Concat(rune.ToString().Select(unit => $"$([char]0x{(int)unit:X2})")),
        _ when ExpandableSigns.Contains(rune.ToString(), StringComparison.Ordinal) => $"`{rune}",
        _ => rune.ToString(),
    };
}
