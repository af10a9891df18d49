using System;

namespace WeComRobot.Text.Splitting;

/// <summary>
/// Where running text may be broken. An index breaks before the character that it names; blanks and line ends there belong
/// to neither side.
/// </summary>
internal static class TextBreaks
{
    /// <summary>The last break of the best kind there is: paragraph, line, sentence, word; -1 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="low">The first index that will do.</param>
    /// <param name="high">The last.</param>
    /// <param name="floor">The last index, up to a given one, at which running text may be broken at all.</param>
    public static int Best(string text, int low, int high, Func<int, int> floor) =>
        LastLineEnd(text, low, high, floor) is >= 0 and var lineEnd ? lineEnd
        : LastWhere(IsSentenceEnd, text, low, high, floor) is >= 0 and var sentence ? sentence
        : LastWhere(IsWordEnd, text, low, high, floor);

    /// <summary>The last break of any kind; -1 where there is none.</summary>
    public static int Last(string text, int low, int high, Func<int, int> floor) =>
        Math.Max(LastLineEnd(text, low, high, floor), LastWhere(IsWordEnd, text, low, high, floor));

    /// <summary>The last end of a paragraph, else of a line, between two indices; -1 where there is none.</summary>
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

    /// <summary>The last boundary between two characters as people see them; inside one that is longer than the room.</summary>
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

    private static int LastWhere(Func<string, int, bool> isBreak, string text, int low, int high, Func<int, int> floor)
    {
        for (var i = Math.Min(high, text.Length - 1); i >= low; i--)
        {
            if (isBreak(text, i) && IsBetweenElements(text, i) && floor(i) == i)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Not before a combining mark, nor before a blank that bears one.</summary>
    private static bool IsBetweenElements(string text, int index) =>
        TextElements.IsBoundary(text, index) && (!IsBlank(text[index]) || SkipBlanks(text, index) > index);

    private static int LastNewline(string text, int low, int high)
    {
        high = Math.Min(high, text.Length - 1);
        return high < low ? -1 : text.LastIndexOf('\n', high, high - low + 1);
    }

    private static bool IsBlankLine(string text, int start)
    {
        var end = SkipBlanks(text, start);
        return end < text.Length && text[end] == '\n';
    }

    private static bool IsSentenceEnd(string text, int index)
    {
        if (index == 0 || IsClosing(text, index))
        {
            return false;
        }

        var end = index - 1;
        while (end > 0 && IsClosing(text[end]) && !IsWideSentenceEnd(text[end]) && !IsLatinSentenceEnd(text[end]))
        {
            end--;
        }

        // A Latin full stop is also in numbers, names and addresses: a blank must follow
        return IsWideSentenceEnd(text[end]) || (IsLatinSentenceEnd(text[end]) && IsBlank(text[index]));
    }

    private static bool IsWordEnd(string text, int index) =>
        index > 0 && ((IsBlank(text[index]) && !char.IsWhiteSpace(text[index - 1]))
            || ((IsWide(text[index - 1]) || IsWide(text[index])) && !IsClosing(text, index) && !IsOpening(text[index - 1])));

    /// <summary>The first character from here on that is more than a blank.</summary>
    public static int SkipBlanks(string text, int start)
    {
        var next = start;
        while (next < text.Length && IsBlank(text[next]))
        {
            next++;
        }

        // The first may belong to a sign before it, and the last bear a mark
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

    /// <summary>Whether a mark over a blank makes it a character.</summary>
    public static bool BearsMark(string text, int blank) => text[blank] != '\r' && !TextElements.IsBoundary(text, blank + 1);

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\u3000';

    /// <summary>A sign that does not begin a line; that of an image does.</summary>
    private static bool IsClosing(string text, int index) =>
        IsClosing(text[index]) && !(text[index] == '!' && index + 1 < text.Length && text[index + 1] == '[');

    private static bool IsClosing(char c) => c switch
    {
        < '\x80' => c is ',' or '.' or ';' or ':' or '?' or '!' or ')' or ']' or '}' or '>' or '%' or '"' or '\'',
        _ => c is '，' or '。' or '、' or '；' or '：' or '？' or '！' or '）' or '】' or '》' or '〉' or '」' or '』' or '”' or '’' or '…' or '—' or '·' or '％',
    };

    private static bool IsOpening(char c) =>
        c is '（' or '【' or '《' or '〈' or '「' or '『' or '“' or '‘' or '(' or '[' or '{' or '<';

    private static bool IsWideSentenceEnd(char c) => c is '。' or '！' or '？' or '…';

    private static bool IsLatinSentenceEnd(char c) => c is '!' or '?' or '.';

    /// <summary>Chinese and Japanese, written without blanks.</summary>
    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\u9FFF' and not '\u3000' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
