namespace WeComRobot.Text.Splitting;

/// <summary>The white space at a break, which belongs to neither side. A blank that bears a combining mark is a character.</summary>
internal static class TextBlanks
{
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

    /// <summary>Whether the line that starts at an index is blank.</summary>
    public static bool IsBlankLine(string text, int start)
    {
        var end = start < text.Length && BreakSigns.IsBlank(text[start]) ? SkipBlanks(text, start) : start;
        return end < text.Length && text[end] == '\n';
    }
}
