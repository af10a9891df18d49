using System.Text;

namespace WeComRobot.Text.Terminal;

/// <summary>
/// What programs write for a terminal, as the terminal shows it: colours, links and other sequences gone, each line in its last
/// state. One pass over the text.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text as a terminal shows it, without blank lines at its start and end; empty if nothing of it is visible.</summary>
    /// <param name="text">The text; the same object comes back if there is nothing to clean.</param>
    public static string Clean(string text) => BlankLines.Trim(Show(text));

    /// <summary>The text as a terminal shows it, with all its blank lines.</summary>
    internal static string Show(string text)
    {
        var special = IndexOfSpecial(text, 0);
        if (special == text.Length)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        var line = new TerminalLine(text);
        for (var at = 0; at < text.Length; special = IndexOfSpecial(text, at))
        {
            // Whole lines without anything special are copied
            var start = special;
            while (start > at && special < text.Length && text[start - 1] != '\n')
            {
                start--;
            }

            shown.Append(text, at, start - at);
            at = start < text.Length ? line.Read(start, shown) : start;
        }

        return shown.ToString();
    }

    private static int IndexOfSpecial(string text, int start)
    {
        while (start < text.Length && !TerminalLine.IsSpecial(text[start]))
        {
            start++;
        }

        return start;
    }
}
