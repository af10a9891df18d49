using System;
using System.Collections.Generic;

namespace WeComRobot.Content.Splitting;

/// <summary>The inline spans of Markdown that must not be cut: code, emphasis, link, image, tag, mention, escape.</summary>
/// <param name="text">The text.</param>
/// <param name="end">Where its paragraph ends, or how far it makes sense to look.</param>
internal sealed class InlineSpans(string text, int end)
{
    private const string FontTag = "<font";
    private const string FontEnd = "</font>";
    private static readonly char[] Special = ['\\', '`', '<', '!', '[', '*', '_', '~'];

    /// <summary>The spans from one index on that begin before another, less those that are longer than a part anyway.</summary>
    public List<(int Start, int End)> Find(int start, int before, int maxBytes)
    {
        var spans = new List<(int Start, int End)>();
        for (var i = NextSpecial(start, before); i >= 0;)
        {
            // What closes one span opens no other, but the rest of a long run may
            var closed = spans.FindLast(span => span.Start < i && i < span.End && span.End <= i + RunLength(i)).End;
            i = Math.Max(i, closed);
            var isLeft = i < before && (closed == 0 || text[i] == text[i - 1]);
            var close = isLeft ? EndOf(i) : -1;
            var isSpan = close >= 0 && Utf8Size.Of(text, i, close) <= maxBytes;
            if (isSpan)
            {
                spans.Add((i, close));
            }

            // Others can stand within emphasis, and even begin there and end behind it
            i = NextSpecial(isSpan && !IsEmphasis(i) ? close : isLeft ? i + RunLength(i) : i, before);
        }

        return spans;
    }

    private bool IsEmphasis(int start) => text[start] is '*' or '_' or '~';

    private int NextSpecial(int from, int before) => from < before ? text.IndexOfAny(Special, from, before - from) : -1;

    /// <summary>The index after the span that begins here; -1 where none does.</summary>
    private int EndOf(int start) => text[start] switch
    {
        '\\' => start + 2 <= end ? start + 2 : -1,
        '`' => EndOfCode(start),
        '<' => EndOfTag(start),
        '!' => start + 1 < end && text[start + 1] == '[' ? EndOfLink(start + 1) : -1,
        '[' => EndOfLink(start),
        _ => EndOfEmphasis(start),
    };

    private int EndOfCode(int start)
    {
        var length = RunLength(start);
        for (var i = IndexOf('`', start + length); i >= 0; i = IndexOf('`', i + RunLength(i)))
        {
            if (RunLength(i) == length)
            {
                return i + length;
            }
        }

        return -1;
    }

    private int EndOfTag(int start)
    {
        if (string.Compare(text, start, FontTag, 0, FontTag.Length, StringComparison.OrdinalIgnoreCase) == 0
            && text.IndexOf(FontEnd, start, end - start, StringComparison.OrdinalIgnoreCase) is >= 0 and var close)
        {
            return close + FontEnd.Length;
        }

        var isTag = start + 1 < end && (text[start + 1] is '@' or '/' || char.IsLetter(text[start + 1]));
        return isTag && IndexOf('>', start) is >= 0 and var bracket ? bracket + 1 : -1;
    }

    private int EndOfLink(int start)
    {
        var label = EndOfBrackets(start, '[', ']');
        return label < 0 || label >= end ? -1
            : text[label] == '(' ? EndOfBrackets(label, '(', ')')
            : text[label] == '[' ? EndOfBrackets(label, '[', ']')
            : -1;
    }

    private int EndOfBrackets(int start, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == open)
            {
                depth++;
            }
            else if (text[i] == close && --depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }

    private int EndOfEmphasis(int start)
    {
        var mark = text[start];
        var length = RunLength(start);
        var opens = IsFlanking(start, start + length, mark, opening: true) && (mark != '~' || length == 2);
        for (var i = opens ? IndexOf(mark, start + length) : -1; i >= 0; i = IndexOf(mark, i + RunLength(i)))
        {
            var run = RunLength(i);
            var isStrongWithin = length == 1 && run == 2;
            if (run >= length && !isStrongWithin && text[i - 1] != '\\' && IsFlanking(i, i + run, mark, opening: false))
            {
                // Of a long run the rest opens the next span; of three, two spans end together
                return i + (length > 1 && run >= length + 2 ? length : run);
            }
        }

        return -1;
    }

    /// <summary>CommonMark's rule: marks open before, and close behind, what is neither blank nor punctuation at a word's edge.</summary>
    private bool IsFlanking(int start, int stop, char mark, bool opening)
    {
        var (outer, inner) = opening ? (start - 1, stop) : (stop, start - 1);
        var isAtEdge = IsBlank(outer) || IsPunctuation(outer);
        return !IsBlank(inner) && (isAtEdge || (!IsPunctuation(inner) && mark != '_'));
    }

    private bool IsBlank(int index) => index < 0 || index >= end || char.IsWhiteSpace(text[index]);

    /// <summary>Signs and emoji too.</summary>
    private bool IsPunctuation(int index)
    {
        var first = char.IsLowSurrogate(text[index]) ? Math.Max(0, index - 1) : index;
        return char.IsPunctuation(text, first) || char.IsSymbol(text, first);
    }

    private int IndexOf(char c, int from) => from < end ? text.IndexOf(c, from, end - from) : -1;

    private int RunLength(int start)
    {
        var i = start + 1;
        while (i < end && text[i] == text[start])
        {
            i++;
        }

        return i - start;
    }
}
