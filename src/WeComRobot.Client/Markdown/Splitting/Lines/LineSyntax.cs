using System.Runtime.CompilerServices;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>CommonMark's syntax of a single line without its context. The start of a line is its first character that is not blank.</summary>
internal static class LineSyntax
{
    /// <summary>The columns of indentation that turn what follows into code.</summary>
    public const int CodeIndent = 4;

    private const int MaxHeadingLevel = 6;
    private const int MinFenceLength = 3;
    private const int MinBreakMarks = 3;
    private const int MaxNumberDigits = 9;
    private const int Near = 4;

    /// <summary>Whether a character is white space within a line.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r';

    /// <summary>The index of the next line end; the text's length in its last line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindLineEnd(string text, int start)
    {
        // In short lines a search costs more than a look at the next few characters
        for (var near = start; near < start + Near && near < text.Length; near++)
        {
            if (text[near] == '\n')
            {
                return near;
            }
        }

        var newline = text.IndexOf('\n', start);
        return newline < 0 ? text.Length : newline;
    }

    /// <summary>The first character from here on that is not blank.</summary>
    public static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>The first character from here on that is not blank, or a blank that bears a combining mark, which makes it a character.</summary>
    public static int SkipBareBlanks(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]) && !TextBlanks.BearsMark(text, start))
        {
            start++;
        }

        return start;
    }

    /// <summary>How many columns a stretch of blanks takes: a tab goes up to the next fourth.</summary>
    public static int CountColumns(string text, int start, int end)
    {
        var columns = 0;
        for (var i = start; i < end; i++)
        {
            columns += text[i] == '\t' ? CodeIndent - (columns % CodeIndent) : 1;
        }

        return columns;
    }

    /// <summary>Whether a line's content is indented so far that it is code.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentStart">Where the content starts.</param>
    /// <param name="first">The first character of it that is not blank.</param>
    public static bool IsIndentedCode(string text, int contentStart, int first) => CountColumns(text, contentStart, first) >= CodeIndent;

    /// <summary>A heading's level, 1 to 6; 0 for a line that is not a heading.</summary>
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

    /// <summary>Whether a line closes the fence with a mark.</summary>
    public static bool ClosesFence(string text, int start, int end, string mark)
    {
        var length = RunLength(text, start, end, mark[0]);
        return length >= mark.Length && SkipBlanks(text, start + length, end) == end;
    }

    /// <summary>Whether a line is three or more -, * or _, and nothing else. It ends before any blanks.</summary>
    public static bool IsThematicBreak(string text, int start, int end)
    {
        var mark = text[start];
        if (mark is not ('-' or '*' or '_') || text[end - 1] != mark)
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

    /// <summary>Whether a line makes the paragraph above it a heading.</summary>
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
