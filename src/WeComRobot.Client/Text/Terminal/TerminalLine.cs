using System.Text;

namespace WeComRobot.Text.Terminal;

/// <summary>Renders a text for a terminal, line by line.</summary>
internal sealed class TerminalLine(string text)
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly ScreenLine _screen = new(text);

    /// <summary>Whether a terminal does not show the character as text; a tab and a line feed count as text.</summary>
    public static bool IsSpecial(char c) =>
        c < ' ' ? c is not ('\t' or '\n') : c is (>= '\x7F' and <= '\x9F') or ByteOrderMark;

    /// <summary>Appends the line that begins at an index, with its line feed, to the output. Returns the index after it.</summary>
    public int Render(int start, StringBuilder output)
    {
        var length = output.Length;
        var end = Render(start, output, null);
        if (end < 0)
        {
            // The cursor moves within the line, so that only a screen gives its final state
            output.Length = length;
            end = Render(start, output, _screen);
        }

        return end;
    }

    /// <summary>Renders the line on a screen or, without one, as text that only grows; then the result is -1 if the cursor moves.</summary>
    private int Render(int start, StringBuilder output, ScreenLine? screen)
    {
        for (var i = start; i < text.Length;)
        {
            var end = FindTextEnd(i);
            if (end > i)
            {
                Write(i, end, output, screen);
                i = end;
                continue;
            }

            switch (text[i])
            {
                case '\n' or '\v' or '\f' or '\x85':
                    screen?.Flush(output);
                    output.Append('\n');
                    return i + 1;
                case '\r' when screen is null && SkipReturns(i) is var next && (next == text.Length || text[next] == '\n'):
                    i = next;
                    break;
                case '\r' or '\b':
                    if (screen is null)
                    {
                        return -1;
                    }

                    screen.MoveBack(text[i] == '\r' ? int.MaxValue : 1);
                    i++;
                    break;
                default:
                    var sequence = TerminalSequence.Read(text, i);
                    if (screen is null && sequence is { Command: not '\0' } and not { Command: 'K', Parameter: 0 })
                    {
                        return -1;
                    }

                    screen?.Apply(sequence);
                    i = sequence.End;
                    break;
            }
        }

        screen?.Flush(output);
        return text.Length;
    }

    private int FindTextEnd(int start)
    {
        while (start < text.Length && text[start] != '\n' && !IsSpecial(text[start]))
        {
            start++;
        }

        return start;
    }

    private void Write(int start, int end, StringBuilder output, ScreenLine? screen)
    {
        if (screen is null)
        {
            output.Append(text, start, end - start);
        }
        else
        {
            screen.Write(start, end);
        }
    }

    private int SkipReturns(int i)
    {
        while (i < text.Length && text[i] == '\r')
        {
            i++;
        }

        return i;
    }
}
