using System;
using System.Linq;
using System.Text;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes texts as string literals that PowerShell 7 and Windows PowerShell 5.1 read back unchanged, from a prompt or a file.</summary>
internal static class Literal
{
    // PowerShell takes the typographic quotes for the plain ones
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";
    private const string ExpandableSigns = "`$\"\u201C\u201D\u201E";

    // Invisible signs that change how the script itself is read or shown: marks of direction, line separators, a byte order mark
    private const string Invisible = "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    // In quotes, too, it would make one text of all that follows on the line
    private const string StopParsing = "--%";

    /// <summary>The literal on one line.</summary>
    public static string Of(string text) =>
        text == StopParsing ? $"({Verbatim(text)})" : text.Any(NeedsEscape) ? Expandable(text) : Verbatim(text);

    /// <summary>The lines of a text as they are. Their ends are those of the script, which an editor may save as CRLF.</summary>
    /// <returns>Null if the lines have signs that cannot stand there, or if one of them would end the literal.</returns>
    public static string? HereString(string text) =>
        text.Split('\n').Any(line => line.Any(NeedsEscape) || EndsHereString(line)) ? null : $"@'\n{text}\n'@";

    /// <summary>Whether a script must not have the character as it is: a terminal or an editor would change it, or nobody would see it.</summary>
    public static bool NeedsEscape(char c) => char.IsControl(c) || Invisible.Contains(c);

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

    private static string Expandable(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    // `e and `u{…} are unknown to Windows PowerShell
    private static string Escape(char c) => c switch
    {
        '\0' => "`0",
        '\t' => "`t",
        '\n' => "`n",
        '\r' => "`r",
        _ when NeedsEscape(c) => $"$([char]0x{(int)c:X2})",
        _ when ExpandableSigns.Contains(c) => $"`{c}",
        _ => c.ToString(),
    };
}
