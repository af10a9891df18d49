using System.Text;

namespace WeComRobot.Text.Terminal;

/// <summary>Reads one line of a text for a terminal.</summary>
internal sealed class TerminalLine(string text)
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly ScreenLine _screen = new(text);

    /// <summary>Whether a terminal takes the character for something else than text, tab or line feed.</summary>
    public static bool IsSpecial(char c) =>
        c < ' ' ? c is not ('\t' or '\n') : c is (>= '\x7F' and <= '\x9F') or ByteOrderMark;

    /// <summary>Adds the line that begins at an index, with its line feed, to what is shown; gives the index after it.</summary>
    public int Read(int start, StringBuilder shown)
    {
        var length = shown.Length;
        var end = Read(start, shown, null);
        if (end < 0)
        {
            // The cursor moves back within the line
            shown.Length = length;
            end = Read(start, shown, _screen);
        }

        return end;
    }

    /// <summary>Reads the line with a screen whose cursor moves or, without one, as text that only grows; -1 if the cursor moves.</summary>
    private int Read(int start, StringBuilder shown, ScreenLine? screen)
    {
        for (var i = start; i < text.Length;)
        {
            var end = EndOfText(i);
            if (end > i)
            {
                Write(i, end, shown, screen);
                i = end;
                continue;
            }

            switch (text[i])
            {
                case '\n' or '\v' or '\f' or '\x85':
                    screen?.Flush(shown);
                    shown.Append('\n');
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

        screen?.Flush(shown);
        return text.Length;
    }

    private int EndOfText(int start)
    {
        while (start < text.Length && text[start] != '\n' && !IsSpecial(text[start]))
        {
            start++;
        }

        return start;
    }

    private void Write(int start, int end, StringBuilder shown, ScreenLine? screen)
    {
        if (screen is null)
        {
            shown.Append(text, start, end - start);
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
