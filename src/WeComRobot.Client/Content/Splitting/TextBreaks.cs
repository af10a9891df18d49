using System;

namespace WeComRobot.Content.Splitting;

/// <summary>
/// Where running text may be broken. An index breaks before the character that it names; blanks and line ends there belong
/// to neither side.
/// </summary>
internal static class TextBreaks
{
    private const string SentenceEnds = "。！？…!?.";
    private const string WideSentenceEnds = "。！？…";
    private const string Closing = "，。、；：？！）】》〉」』”’…—·％,.;:?!)]}>%\"'";
    private const string Opening = "（【《〈「『“‘([{<";

    /// <summary>The last break of the best kind there is: paragraph, line, sentence, word; -1 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="low">The first index that will do.</param>
    /// <param name="high">The last.</param>
    /// <param name="isAllowed">Whether a break of running text may be at this index.</param>
    public static int Best(string text, int low, int high, Func<int, bool> isAllowed)
    {
        var lineEnd = LastLineEnd(text, low, high, isAllowed);
        return lineEnd >= 0 ? lineEnd : LastWithinLine(text, low, high, isAllowed);
    }

    /// <summary>The last boundary between two characters as people see them; between code points where one is longer than the room.</summary>
    public static int LastElement(string text, int start, int high, Func<int, bool> isAllowed)
    {
        const int Tries = 32;
        var last = TextElements.Floor(text, start, high);
        var index = last;
        for (var i = 0; i < Tries && index > start && !isAllowed(index); i++)
        {
            index = TextElements.Floor(text, start, index - 1);
        }

        return index > start && isAllowed(index) ? index : last > start ? last : high;
    }

    /// <summary>The last end of a paragraph, else of a line, between two indices; -1 where there is none.</summary>
    public static int LastLineEnd(string text, int low, int high, Func<int, bool> isAllowed)
    {
        var line = -1;
        for (var i = LastNewline(text, low, high); i >= 0; i = LastNewline(text, low, i - 1))
        {
            if (!isAllowed(i))
            {
                continue;
            }

            if (IsBlankLine(text, i + 1))
            {
                return i;
            }

            line = line < 0 ? i : line;
        }

        return line;
    }

    private static int LastWithinLine(string text, int low, int high, Func<int, bool> isAllowed)
    {
        var word = -1;
        for (var i = Math.Min(high, text.Length - 1); i >= low; i--)
        {
            if (IsSentenceEnd(text, i) && isAllowed(i))
            {
                return i;
            }

            if (word < 0 && IsWordEnd(text, i) && isAllowed(i) && TextElements.Floor(text, low, i) == i)
            {
                word = i;
            }
        }

        return word;
    }

    private static int LastNewline(string text, int low, int high)
    {
        high = Math.Min(high, text.Length - 1);
        return high < low ? -1 : text.LastIndexOf('\n', high, high - low + 1);
    }

    private static bool IsBlankLine(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t' or '\r')
        {
            start++;
        }

        return start < text.Length && text[start] == '\n';
    }

    private static bool IsSentenceEnd(string text, int index)
    {
        if (index == 0 || Closing.IndexOf(text[index]) >= 0)
        {
            return false;
        }

        var end = index - 1;
        while (end > 0 && Closing.IndexOf(text[end]) >= 0 && SentenceEnds.IndexOf(text[end]) < 0)
        {
            end--;
        }

        // A Latin full stop is also in numbers, names and addresses: a blank must follow
        return WideSentenceEnds.IndexOf(text[end]) >= 0 || (SentenceEnds.IndexOf(text[end]) >= 0 && IsBlank(text[index]));
    }

    private static bool IsWordEnd(string text, int index) =>
        index > 0 && (IsBlank(text[index])
            || ((IsWide(text[index - 1]) || IsWide(text[index])) && Closing.IndexOf(text[index]) < 0 && Opening.IndexOf(text[index - 1]) < 0));

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u3000';

    /// <summary>Chinese and Japanese, written without blanks.</summary>
    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
