using System;

namespace WeComRobot.Text.Splitting;

/// <summary>
/// Finds where running text may be broken. A break at an index is before the character there; the blanks and line ends around it
/// belong to neither side.
/// </summary>
internal static class TextBreaks
{
    /// <summary>The last break of the best kind that there is: after a paragraph, a line, a sentence or a word; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="low">The first index that will do.</param>
    /// <param name="high">The last index that will do.</param>
    /// <param name="floor">Returns the last index, up to a given one, at which the text may be broken at all.</param>
    public static int FindBest(string text, int low, int high, Func<int, int> floor)
    {
        if (FindLastLineEnd(text, low, high, floor) is >= 0 and var lineEnd)
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
    public static int FindLast(string text, int low, int high, Func<int, int> floor) =>
        Math.Max(FindLastLineEnd(text, low, high, floor), FindLastWordEnd(text, low, high, floor));

    /// <summary>The last end of a paragraph between two indices, else the last of a line; -1 when there is none.</summary>
    public static int FindLastLineEnd(string text, int low, int high, Func<int, int> floor)
    {
        var line = -1;
        for (var i = FindLastNewline(text, low, high); i >= 0; i = FindLastNewline(text, low, i - 1))
        {
            var endsParagraph = TextBlanks.IsBlankLine(text, i + 1);
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
    public static int FindLastElement(string text, int start, int high, Func<int, int> floor)
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

    private static int FindLastWordEnd(string text, int low, int high, Func<int, int> floor)
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
        TextElements.IsBoundary(text, index) && (!BreakSigns.IsBlank(text[index]) || TextBlanks.SkipBlanks(text, index) > index) && floor(index) == index;

    private static int FindLastNewline(string text, int low, int high)
    {
        high = Math.Min(high, text.Length - 1);
        return high < low ? -1 : text.LastIndexOf('\n', high, high - low + 1);
    }

    private static bool IsSentenceEnd(string text, int index)
    {
        // Every sign that ends a sentence is a closing sign
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
