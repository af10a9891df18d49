using System.Text;

namespace WeComRobot.Text.Terminal;

/// <summary>
/// Turns what programs write to a terminal into the text that the terminal shows: without colours, links and other sequences, and
/// with each line in its final state. The text is read once.
/// </summary>
internal static class TerminalText
{
    /// <summary>Renders a text as a terminal shows it, without blank lines at its start and end; empty if nothing is visible.</summary>
    /// <param name="text">The text. If there is nothing to clean, the result is the same object.</param>
    public static string Clean(string text) => BlankLines.Trim(Render(text));

    /// <summary>Renders a text as a terminal shows it, with all its blank lines.</summary>
    internal static string Render(string text)
    {
        var special = IndexOfSpecial(text, 0);
        if (special == text.Length)
        {
            return text;
        }

        var output = new StringBuilder(text.Length);
        var line = new TerminalLine(text);
        for (var at = 0; at < text.Length; special = IndexOfSpecial(text, at))
        {
            // Whole lines without special characters are copied
            var start = special;
            while (start > at && special < text.Length && text[start - 1] != '\n')
            {
                start--;
            }

            output.Append(text, at, start - at);
            at = start < text.Length ? line.Render(start, output) : start;
        }

        return output.ToString();
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
