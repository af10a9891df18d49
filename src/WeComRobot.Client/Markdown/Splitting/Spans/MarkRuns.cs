using System;
using System.Collections.Generic;

namespace WeComRobot.Markdown.Splitting.Spans;

/// <summary>Finds the runs of backticks and of marks of emphasis in one paragraph, and which of them closes another.</summary>
internal sealed class MarkRuns(string text)
{
    // For each mark, the runs that may close something; each run of backticks may
    private readonly List<(int Start, int Length)>[] _closing = [[], [], [], []];

    // The first of them that could still close a run of this length: openers are asked about in order
    private readonly Dictionary<(char Mark, int Length), int> _next = [];
    private int _start;
    private int _end;
    private bool _isRead;

    /// <summary>Begins a paragraph.</summary>
    public void Begin(int start, int end)
    {
        (_start, _end) = (start, end);
        _isRead = false;
    }

    /// <summary>The index after the code span that begins at an index; -1 when none does.</summary>
    public int FindCodeEnd(int start)
    {
        var length = Length(start);
        return Find('`', start + length, length, run => run == length) is { Start: >= 0 } close ? close.Start + length : -1;
    }

    /// <summary>The index after the emphasis that begins at an index; -1 when none does.</summary>
    public int FindEmphasisEnd(int start)
    {
        var mark = text[start];
        var length = Length(start);
        if ((mark == '~' && length != 2) || !IsFlanking(start, start + length, mark, opening: true))
        {
            return -1;
        }

        var close = Find(mark, start + length, length, run => run >= length && !(length == 1 && run == 2));

        // The rest of a long run opens the next span; at a run of three, two spans end together
        return close.Start < 0 ? -1 : close.Start + (length > 1 && close.Length >= length + 2 ? length : close.Length);
    }

    /// <summary>How long the run is that begins at an index.</summary>
    public int Length(int start)
    {
        var i = start + 1;
        while (i < _end && text[i] == text[start])
        {
            i++;
        }

        return i - start;
    }

    /// <summary>The first run from an index on that closes one of a length.</summary>
    private (int Start, int Length) Find(char mark, int from, int length, Func<int, bool> closes)
    {
        if (!_isRead)
        {
            Read();
        }

        var runs = _closing[IndexOf(mark)];
        if (runs.Count == 0)
        {
            return (-1, 0);
        }

        _next.TryGetValue((mark, length), out var next);
        while (next < runs.Count && (runs[next].Start < from || !closes(runs[next].Length)))
        {
            next++;
        }

        _next[(mark, length)] = next;
        return next < runs.Count ? runs[next] : (-1, 0);
    }

    private void Read()
    {
        _isRead = true;
        _next.Clear();
        Array.ForEach(_closing, runs => runs.Clear());
        for (var i = _start; i < _end; i++)
        {
            var mark = IndexOf(text[i]);
            if (mark < 0)
            {
                continue;
            }

            var length = Length(i);
            if (text[i] == '`' || ((i == 0 || text[i - 1] != '\\') && IsFlanking(i, i + length, text[i], opening: false)))
            {
                _closing[mark].Add((i, length));
            }

            i += length - 1;
        }
    }

    private static int IndexOf(char mark) => mark switch
    {
        '`' => 0,
        '*' => 1,
        '_' => 2,
        '~' => 3,
        _ => -1,
    };

    /// <summary>CommonMark's rule: marks open before a character, or close after one, that is neither blank nor punctuation within a word.</summary>
    private bool IsFlanking(int start, int stop, char mark, bool opening)
    {
        var (outer, inner) = opening ? (start - 1, stop) : (stop, start - 1);
        var isAtEdge = IsBlank(outer) || IsPunctuation(outer);
        return !IsBlank(inner) && (isAtEdge || (!IsPunctuation(inner) && mark != '_'));
    }

    private bool IsBlank(int index) => index < 0 || index >= _end || char.IsWhiteSpace(text[index]);

    /// <summary>Whether a character is punctuation, a sign or an emoji.</summary>
    private bool IsPunctuation(int index)
    {
        var first = char.IsLowSurrogate(text[index]) ? Math.Max(0, index - 1) : index;
        return char.IsPunctuation(text, first) || char.IsSymbol(text, first);
    }
}
