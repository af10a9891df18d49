using System;

namespace WeComRobot.Text.Terminal;

/// <summary>
/// A control sequence (ECMA-48, and those that xterm adds) or a single control character. A malformed sequence ends before the first
/// character that cannot belong to it.
/// </summary>
/// <param name="end">The index after the sequence.</param>
/// <param name="command">The final letter of a sequence that edits the line; NUL for any other.</param>
/// <param name="parameter">The first number of the sequence; 0 if it has none.</param>
internal readonly struct TerminalSequence(int end, char command = '\0', int parameter = 0)
{
    private const char Escape = '\x1B';
    private const char Csi8Bit = '\x9B';
    private const char StringEnd8Bit = '\x9C';
    private const char Malformed = '?';
    private const int MaxParameter = 9999;

    public int End => end;

    public char Command => command;

    public int Parameter => parameter;

    /// <summary>Reads the sequence that begins at an index.</summary>
    public static TerminalSequence Read(string text, int start) => text[start] switch
    {
        Escape => ReadEscape(text, start),
        Csi8Bit => ReadControlSequence(text, start + 1) is { Command: not Malformed } control ? control : new(start + 1),
        '\x90' or '\x98' or '\x9D' or '\x9E' or '\x9F' =>
            FindStringEnd(text, start + 1, mayHaveLines: text[start] == '\x90') is > 0 and var stringEnd ? new(stringEnd) : new(start + 1),
        _ => new(start + 1),
    };

    private static TerminalSequence ReadEscape(string text, int start)
    {
        var i = start + 1;
        switch (i < text.Length ? text[i] : '\0')
        {
            case '[':
                return ReadControlSequence(text, i + 1) is { Command: not Malformed } control ? control : new(SkipParameters(text, i + 1));
            case ']' or 'P' or 'X' or '^' or '_':
                var stringEnd = FindStringEnd(text, i + 1, mayHaveLines: text[i] == 'P');
                return new(stringEnd > 0 ? stringEnd : FindUnterminatedEnd(text, i + 1));
            default:
                i = SkipRange(text, i, ' ', '/');
                return new(i < text.Length && text[i] is >= '0' and <= '~' ? i + 1 : i);
        }
    }

    /// <summary>Reads parameters, intermediate characters and the final letter.</summary>
    private static TerminalSequence ReadControlSequence(string text, int start)
    {
        var final = SkipParameters(text, start);
        if (final == text.Length)
        {
            return new(final);
        }

        var isPlain = text[final] is 'K' or 'G' or 'C' or 'D' or 'X' && SkipRange(text, start, '0', ';') == final;
        return text[final] is < '@' or > '~' ? new(final, Malformed)
            : isPlain ? new(final + 1, text[final], ReadFirstNumber(text, start))
            : new(final + 1);
    }

    private static int SkipParameters(string text, int start) => SkipRange(text, SkipRange(text, start, '0', '?'), ' ', '/');

    private static int ReadFirstNumber(string text, int start)
    {
        var number = 0;
        for (var i = start; text[i] is >= '0' and <= '9'; i++)
        {
            number = Math.Min((number * 10) + text[i] - '0', MaxParameter);
        }

        return number;
    }

    /// <summary>The index after a string, such as a link's or a title's, and its terminator; 0 if it has no terminator.</summary>
    private static int FindStringEnd(string text, int start, bool mayHaveLines)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\a' or StringEnd8Bit or '\x18' or '\x1A')
            {
                return i + 1;
            }

            if (c == Escape)
            {
                return i + 1 < text.Length && text[i + 1] == '\\' ? i + 2 : 0;
            }

            if (c is (>= '\x80' and <= '\x9F') || (c == '\n' && !mayHaveLines))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The end of a string without a terminator: at most the end of its line, so that the next line is kept.</summary>
    private static int FindUnterminatedEnd(string text, int start)
    {
        while (start < text.Length && text[start] is not ('\n' or Escape) and not (>= '\x80' and <= '\x9F'))
        {
            start++;
        }

        return start;
    }

    private static int SkipRange(string text, int start, char first, char last)
    {
        while (start < text.Length && text[start] >= first && text[start] <= last)
        {
            start++;
        }

        return start;
    }
}
