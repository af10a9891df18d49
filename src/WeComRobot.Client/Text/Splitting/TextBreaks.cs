using System;

namespace WeComRobot.Text.Splitting;

/// <summary>
/// Finds where running text may be broken. A break at an index is before the character there; the blanks and line ends around it
/// belong to neither side.
/// </summary>
internal static class TextBreaks
{
    /// <summary>The last break of the best kind that there is: behind a paragraph, a line, a sentence or a word; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="low">The first index that will do.</param>
    /// <param name="high">The last index that will do.</param>
    /// <param name="floor">Gives the last index, up to a given one, at which the text may be broken at all.</param>
    public static int Best(string text, int low, int high, Func<int, int> floor)
    {
        if (LastLineEnd(text, low, high, floor) is >= 0 and var lineEnd)
        {
            return lineEnd;
        }

        var word = -1;
        for (var i = Math.Min(high, text.Length - 1); i >= low; i--)
        {
            if (IsSentenceEnd(text, i) && MayBreak(text, i, floor))
            {
                return i;
            }

            if (word < 0 && IsWordEnd(text, i) && MayBreak(text, i, floor))
            {
                word = i;
            }
        }

        return word;
    }

    /// <summary>The last break of any kind; -1 when there is none.</summary>
    public static int Last(string text, int low, int high, Func<int, int> floor) =>
        Math.Max(LastLineEnd(text, low, high, floor), LastWordEnd(text, low, high, floor));

    /// <summary>The last end of a paragraph between two indices, else the last of a line; -1 when there is none.</summary>
    public static int LastLineEnd(string text, int low, int high, Func<int, int> floor)
    {
        var line = -1;
        for (var i = LastNewline(text, low, high); i >= 0; i = LastNewline(text, low, i - 1))
        {
            var endsParagraph = IsBlankLine(text, i + 1);
            if ((line >= 0 && !endsParagraph) || floor(i) < i)
            {
                continue;
            }

            if (endsParagraph)
            {
                return i;
            }

            line = i;
        }

        return line;
    }

    /// <summary>The last boundary between two characters as people see them; an index inside the first when that is longer.</summary>
    public static int LastElement(string text, int start, int high, Func<int, int> floor)
    {
        var last = TextElements.Floor(text, start, high);
        for (var element = last; element > start;)
        {
            var index = floor(element);
            if (index == element)
            {
                return index;
            }

            element = TextElements.Floor(text, start, index);
        }

        return last > start ? last : high;
    }

    /// <summary>The first character from an index on that is not blank, or a blank that bears a mark.</summary>
    public static int SkipBlanks(string text, int start)
    {
        var next = start;
        while (next < text.Length && BreakSigns.IsBlank(text[next]))
        {
            next++;
        }

        // The first blank may belong to a sign before it, and the last one may bear a mark
        return next == start || !TextElements.IsBoundary(text, start) ? start
            : BearsMark(text, next - 1) ? next - 1
            : next;
    }

    /// <summary>The end of a stretch of text without the white space at its end.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]) && (text[end - 1] == '\n' || TextElements.IsBoundary(text, end - 1)))
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether a combining mark over a blank makes a character of it.</summary>
    public static bool BearsMark(string text, int blank) => text[blank] != '\r' && !TextElements.IsBoundary(text, blank + 1);

    private static int LastWordEnd(string text, int low, int high, Func<int, int> floor)
    {
        for (var i = Math.Min(high, text.Length - 1); i >= low; i--)
        {
            if (IsWordEnd(text, i) && MayBreak(text, i, floor))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether an index is between two characters, before no blank that bears a mark, and where the text may be broken.</summary>
    private static bool MayBreak(string text, int index, Func<int, int> floor) =>
        TextElements.IsBoundary(text, index) && (!BreakSigns.IsBlank(text[index]) || SkipBlanks(text, index) > index) && floor(index) == index;

    private static int LastNewline(string text, int low, int high)
    {
        high = Math.Min(high, text.Length - 1);
        return high < low ? -1 : text.LastIndexOf('\n', high, high - low + 1);
    }

    private static bool IsBlankLine(string text, int start)
    {
        var end = start < text.Length && BreakSigns.IsBlank(text[start]) ? SkipBlanks(text, start) : start;
        return end < text.Length && text[end] == '\n';
    }

    private static bool IsSentenceEnd(string text, int index)
    {
        // All that ends a sentence closes something
        if (index == 0 || !BreakSigns.IsClosing(text[index - 1]) || BreakSigns.IsClosing(text, index))
        {
            return false;
        }

        var end = index - 1;
        while (end > 0 && BreakSigns.IsClosing(text[end]) && !BreakSigns.IsWideSentenceEnd(text[end]) && !BreakSigns.IsLatinSentenceEnd(text[end]))
        {
            end--;
        }

        return BreakSigns.IsWideSentenceEnd(text[end]) || (BreakSigns.IsLatinSentenceEnd(text[end]) && BreakSigns.IsBlank(text[index]));
    }

    private static bool IsWordEnd(string text, int index) =>
        index > 0 && (BreakSigns.IsBlank(text[index]) ? !char.IsWhiteSpace(text[index - 1]) : IsBetweenIdeographs(text, index));

    private static bool IsBetweenIdeographs(string text, int index) =>
        (BreakSigns.IsWide(text[index - 1]) || BreakSigns.IsWide(text[index]))
            && !BreakSigns.IsClosing(text, index) && !BreakSigns.IsOpening(text[index - 1]);
}
