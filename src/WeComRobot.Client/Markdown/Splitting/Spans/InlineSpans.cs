using System;
using System.Collections.Generic;

namespace WeComRobot.Markdown.Splitting.Spans;

/// <summary>Finds the inline spans that must not be cut: code, emphasis, links, images, tags, mentions and escapes.</summary>
internal sealed class InlineSpans
{
    private const int Near = 8;

    private static readonly char[] Special = ['\\', '`', '<', '!', '[', '*', '_', '~'];

    private readonly string _text;
    private readonly SpanEnds _ends;

    // In the order of their starts and of their ends: a span within another is not kept
    private readonly List<(int Start, int End)> _spans = [];

    // The start of the emphasis that was found last, by its end
    private readonly Dictionary<int, int> _startOfEmphasis = [];

    /// <summary>Whether a span might begin between two indices.</summary>
    public static bool MayBegin(string text, int start, int end) => text.IndexOfAny(Special, start, end - start) >= 0;

    /// <summary>Finds the spans from one index on that begin before another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ends">Where spans end.</param>
    /// <param name="start">Where the paragraph's text starts in this part.</param>
    /// <param name="before">The last index at which it may be cut.</param>
    /// <param name="end">Where the paragraph ends, or how far a span may reach.</param>
    /// <param name="maxBytes">The most bytes of a span: a longer one must be cut anyway.</param>
    public InlineSpans(string text, SpanEnds ends, int start, int before, int end, int maxBytes)
    {
        (_text, _ends) = (text, ends);
        ends.Begin(start, end);
        var fit = new SlidingFit(text, start, maxBytes);
        for (var i = NextSpecial(start, before); i >= 0;)
        {
            // Marks that close one emphasis open no other, but the rest of a long run may
            var closed = IsEmphasis(i) ? FindClosedEmphasis(i) : 0;
            i = Math.Max(i, closed);
            var isLeft = i < before && (closed == 0 || text[i] == text[i - 1]);
            var close = isLeft ? ends.FindEnd(i) : -1;
            if (close >= 0 && fit.Fits(i, close))
            {
                Add(i, close);

                // Other spans can be within emphasis, or begin there and end after it
                i = NextSpecial(IsEmphasis(i) ? i + ends.RunLength(i) : close, before);
            }
            else
            {
                i = NextSpecial(!isLeft ? i : IsRun(i) ? i + ends.RunLength(i) : i + 1, before);
            }
        }
    }

    /// <summary>The start of the first span that an index is in; the index when it is in none.</summary>
    public int Floor(int index)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].End <= index ? (middle + 1, high) : (low, middle);
        }

        return low < _spans.Count && _spans[low].Start < index ? _spans[low].Start : index;
    }

    private void Add(int start, int end)
    {
        if (_spans.Count == 0 || end > _spans[_spans.Count - 1].End)
        {
            _spans.Add((start, end));
        }

        if (IsEmphasis(start))
        {
            _startOfEmphasis[end] = start;
        }
    }

    /// <summary>Where the innermost emphasis ends that a run of marks closes; 0 when it closes none.</summary>
    private int FindClosedEmphasis(int run)
    {
        var (closed, last) = (0, -1);
        var runEnd = _startOfEmphasis.Count == 0 ? run : run + _ends.RunLength(run);
        for (var end = run + 1; end <= runEnd; end++)
        {
            if (_startOfEmphasis.TryGetValue(end, out var start) && start > last)
            {
                (closed, last) = (end, start);
            }
        }

        return closed;
    }

    private bool IsEmphasis(int index) => _text[index] is '*' or '_' or '~';

    private bool IsRun(int index) => IsEmphasis(index) || _text[index] == '`';

    private int NextSpecial(int from, int before)
    {
        // The next characters are checked first, because a search costs more
        for (var near = Math.Min(from + Near, before); from < near; from++)
        {
            if (_text[from] is '\\' or '`' or '<' or '!' or '[' or '*' or '_' or '~')
            {
                return from;
            }
        }

        return from < before ? _text.IndexOfAny(Special, from, before - from) : -1;
    }
}
