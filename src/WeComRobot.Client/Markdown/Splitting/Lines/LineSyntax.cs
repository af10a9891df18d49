using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>What the characters of one line alone tell (CommonMark, and GitHub's tables). Start is its first character that is not blank.</summary>
internal static class LineSyntax
{
    private const int MaxHeadingLevel = 6;
    private const int MinFenceLength = 3;
    private const int MinBreakMarks = 3;
    private const int MaxNumberDigits = 9;

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r';

    /// <summary>The first character from here on that is not blank.</summary>
    public static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Skips blanks at a cut, but not one that bears a combining mark, which is a character.</summary>
    public static int SkipBareBlanks(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]) && !TextBreaks.BearsMark(text, start))
        {
            start++;
        }

        return start;
    }

    /// <summary>The index of the first character that is neither a quote mark nor white space, or int.MaxValue.</summary>
    public static int FirstContent(string text, in MarkdownLine line)
    {
        var first = line.StartsItem ? line.Start : line.ContentStart;
        while (first < line.End && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        return first < line.End ? first : int.MaxValue;
    }

    /// <summary>1 to 6; 0 for a line that is no heading.</summary>
    public static int HeadingLevel(string text, int start, int end)
    {
        var level = RunLength(text, start, end, '#');
        return level <= MaxHeadingLevel && (start + level == end || IsBlank(text[start + level])) ? level : 0;
    }

    /// <summary>The length of a fence's mark; 0 for a line that opens none.</summary>
    public static int FenceLength(string text, int start, int end)
    {
        var mark = text[start];
        var length = mark is '`' or '~' ? RunLength(text, start, end, mark) : 0;
        var isInlineCode = mark == '`' && text.IndexOf('`', start + length, end - start - length) >= 0;
        return length < MinFenceLength || isInlineCode ? 0 : length;
    }

    public static bool ClosesFence(string text, int start, int end, string mark)
    {
        var length = RunLength(text, start, end, mark[0]);
        return length >= mark.Length && SkipBlanks(text, start + length, end) == end;
    }

    public static bool IsThematicBreak(string text, int start, int end)
    {
        var mark = text[start];
        if (mark is not ('-' or '*' or '_'))
        {
            return false;
        }

        var marks = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == mark)
            {
                marks++;
            }
            else if (!IsBlank(text[i]))
            {
                return false;
            }
        }

        return marks >= MinBreakMarks;
    }

    /// <summary>The line that makes the paragraph above it a heading.</summary>
    public static bool IsUnderline(string text, int start, int end) =>
        text[start] is '=' or '-' && SkipBlanks(text, start + RunLength(text, start, end, text[start]), end) == end;

    /// <summary>The length of a list item's marker; 0 for a line that begins none.</summary>
    public static int ListMarkerLength(string text, int start, int end)
    {
        var digits = 0;
        while (start + digits < end && digits < MaxNumberDigits && text[start + digits] is >= '0' and <= '9')
        {
            digits++;
        }

        var marker = start + digits;
        var isMarker = marker < end && (digits > 0 ? text[marker] is '.' or ')' : text[marker] is '-' or '*' or '+');
        return isMarker && (marker + 1 == end || IsBlank(text[marker + 1])) ? digits + 1 : 0;
    }

    /// <summary>Whether the lines are a table's header and its alignment row.</summary>
    public static bool IsTableHead(string text, int headerStart, int headerEnd, int ruleStart, int ruleEnd) =>
        IsTableRule(text, ruleStart, ruleEnd) && Cells(text, headerStart, headerEnd) == Cells(text, ruleStart, ruleEnd);

    private static bool IsTableRule(string text, int start, int end)
    {
        var pipes = 0;
        var dashes = 0;
        for (var i = start; i < end; i++)
        {
            pipes += text[i] == '|' ? 1 : 0;
            dashes += text[i] == '-' ? 1 : 0;
            if (!(text[i] is '|' or '-' or ':' || IsBlank(text[i])))
            {
                return false;
            }
        }

        return pipes > 0 && dashes > 0;
    }

    /// <summary>How many pipes of a row stand between cells or beside them.</summary>
    public static int Borders(string text, int start, int end)
    {
        var borders = 0;
        for (var i = start; i < end; i++)
        {
            borders += text[i] == '|' ? 1 : 0;
            i += text[i] == '\\' ? 1 : 0;
        }

        return borders;
    }

    /// <summary>Whether nothing but the border of a row's last cell is left of it.</summary>
    public static bool IsRowEnd(string text, int start, int end)
    {
        var border = SkipBlanks(text, start, end);
        return border == end || (text[border] == '|' && SkipBlanks(text, border + 1, end) == end);
    }

    private static int Cells(string text, int start, int end)
    {
        var first = SkipBlanks(text, start, end);
        var pipes = 0;
        var last = start;
        for (var i = first; i < end; i++)
        {
            if (text[i] == '\\')
            {
                // What it escapes is part of the cell, in code as well
                i++;
            }
            else if (text[i] == '|')
            {
                pipes += i == first ? 0 : 1;
                last = i + 1;
            }
        }

        // A pipe at the end closes the last cell
        return pipes + (SkipBlanks(text, last, end) == end ? 0 : 1);
    }

    private static int RunLength(string text, int start, int end, char c)
    {
        var i = start;
        while (i < end && text[i] == c)
        {
            i++;
        }

        return i - start;
    }
}
