using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>
/// Tells whether a range of text begins a paragraph, and not another block. It is asked about each place where a line might be cut, so
/// it must not scan the rest of the line each time.
/// </summary>
internal sealed class ParagraphStarts(string text)
{
    private const int MinMarks = 3;
    private const int MaxHeadingMark = 7;

    private readonly NextIndex _text = NextIndex.For(text, c => !LineSyntax.IsBlank(c));
    private readonly NextIndex _notDash = NotMark(text, '-');
    private readonly NextIndex _notStar = NotMark(text, '*');
    private readonly NextIndex _notUnderscore = NotMark(text, '_');
    private readonly NextIndex _notTableRule = NextIndex.For(text, c => c is not ('|' or '-' or ':') && !LineSyntax.IsBlank(c));
    private readonly NextIndex _afterEquals = NextIndex.For(text, c => c != '=');
    private readonly NextIndex _afterBackticks = NextIndex.For(text, c => c != '`');
    private readonly NextIndex _pipe = NextIndex.For(text, '|');
    private readonly NextIndex _dash = NextIndex.For(text, '-');
    private readonly NextIndex _backtick = NextIndex.For(text, '`');
    private readonly NextIndex _tagEnd = NextIndex.For(text, '>');
    private readonly NextIndex _labelEnd = NextIndex.For(text, "]:");

    /// <summary>Whether the text between two indices, of which the first has a character that is not blank, begins a paragraph.</summary>
    public bool IsParagraph(int start, int end) => start < end && text[start] switch
    {
        '>' => false,
        '#' => LineSyntax.HeadingLevel(text, start, System.Math.Min(end, start + MaxHeadingMark + 1)) == 0,
        '`' => !OpensFence(start, end),
        '~' => !StartsWithRun(start, end, '~'),

        // Dashes and blanks that are no marker are an underline or a rule
        '-' => !IsMarker(start, end) && _notDash.At(start) < end && !IsTableRule(start, end),
        '*' => !IsMarker(start, end) && !IsThematicBreak(_notStar, start, end),
        '_' => !IsThematicBreak(_notUnderscore, start, end),
        '=' => !IsUnderline(start, end),
        '|' or ':' => !IsTableRule(start, end),
        '<' => !IsHtml(start, end),
        '[' => _labelEnd.At(start) >= end - 1,
        _ => !IsMarker(start, end),
    };

    /// <summary>The first character from an index on that is not blank, or a blank that bears a mark.</summary>
    public int SkipBareBlanks(int start)
    {
        // The next characters are checked first, because a search costs more
        var next = start < text.Length && !LineSyntax.IsBlank(text[start]) ? start
            : start + 1 < text.Length && !LineSyntax.IsBlank(text[start + 1]) ? start + 1
            : _text.At(start);
        return next > start && next < text.Length && TextBlanks.BearsMark(text, next - 1) ? next - 1 : next;
    }

    private static NextIndex NotMark(string text, char mark) => NextIndex.For(text, c => c != mark && !LineSyntax.IsBlank(c));

    private bool IsMarker(int start, int end) => LineSyntax.ListMarkerLength(text, start, end) > 0;

    private bool OpensFence(int start, int end) =>
        StartsWithRun(start, end, '`') && _backtick.At(System.Math.Min(end, _afterBackticks.At(start))) >= end;

    private bool StartsWithRun(int start, int end, char mark) =>
        start + MinMarks <= end && text[start + 1] == mark && text[start + 2] == mark;

    private bool IsThematicBreak(NextIndex other, int start, int end)
    {
        if (other.At(start) < end)
        {
            return false;
        }

        var marks = 0;
        for (var i = start; i < end && marks < MinMarks; i++)
        {
            marks += text[i] == text[start] ? 1 : 0;
        }

        return marks == MinMarks;
    }

    private bool IsUnderline(int start, int end) => _text.At(System.Math.Min(end, _afterEquals.At(start))) >= end;

    private bool IsTableRule(int start, int end) => _notTableRule.At(start) >= end && _pipe.At(start) < end && _dash.At(start) < end;

    /// <summary>Whether a block of HTML begins here: a tag alone on its line, a comment or a declaration. Other tags are text.</summary>
    private bool IsHtml(int start, int end)
    {
        var first = start + 1 < end ? text[start + 1] : ' ';
        return first is '!' or '?'
            || ((char.IsLetter(first) || first == '/') && _tagEnd.At(start) is var close && close < end && _text.At(close + 1) >= end);
    }
}
