using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>Between which indices a line, with the paragraph that it goes on with, can be cut, and what goes on behind a cut.</summary>
internal sealed class ParagraphCut(string text)
{
    // As short as it may be, and yet seen to be one
    private const int UnderlineLength = 3;

    private readonly LineReader _ahead = new(text);

    // The paragraph that was looked through last: from this line on, up to its last
    private int _seenFrom = -1;
    private MarkdownLine _seen;

    /// <summary>Where its text starts, behind all marks.</summary>
    /// <param name="line">The line.</param>
    /// <param name="paragraphStart">Where the paragraph starts in this part that it goes on with.</param>
    public int Start(in MarkdownLine line, int paragraphStart)
    {
        var first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        return line.Kind switch
        {
            LineKind.Text or LineKind.MoreText or LineKind.TableRule or LineKind.Underline => LineSyntax.SkipBlanks(text, paragraphStart, line.End),
            LineKind.Heading => LineSyntax.SkipBlanks(text, first + LineSyntax.HeadingLevel(text, first, line.End), line.End),
            _ => line.ContentStart,
        };
    }

    /// <summary>
    /// Up to where the paragraph may be cut; -1 for what is none. A line further down can make it a heading, which is not cut
    /// if it fits into a part, or its last line a table's header, which is never cut.
    /// </summary>
    /// <param name="line">The line that it goes on with.</param>
    /// <param name="state">What is open after that line.</param>
    /// <param name="partStart">Where the part starts.</param>
    public int End(in MarkdownLine line, in BlockState state, int partStart)
    {
        var isText = line.Kind is LineKind.Text or LineKind.MoreText;
        var last = LastOf(line, state);
        return last.Kind switch
        {
            LineKind.Underline => -1,
            LineKind.TableRule => Math.Min(line.End, text.LastIndexOf('\n', last.Start - 2, last.Start - 1 - partStart)),
            _ => isText ? line.End : -1,
        };
    }

    /// <summary>The heading that the paragraph turns out to be, if it is longer than a part; else null.</summary>
    /// <param name="line">The line that it goes on with.</param>
    /// <param name="state">What is open after that line.</param>
    /// <param name="before">What is open before it.</param>
    /// <param name="start">Where it starts in this part.</param>
    /// <param name="room">The bytes of a part.</param>
    public UnderlinedHeading? LongHeading(in MarkdownLine line, in BlockState state, in BlockState before, int start, int room) => line.Kind switch
    {
        LineKind.Text or LineKind.MoreText => state.Block as UnderlinedHeading ?? LongHeading(line, state, start, room),
        LineKind.Underline => before.Block as UnderlinedHeading,
        _ => null,
    };

    private UnderlinedHeading? LongHeading(in MarkdownLine line, in BlockState state, int start, int room)
    {
        var last = LastOf(line, state);
        var isLong = last.Kind == LineKind.Underline && (last.End - start > room || Utf8Size.Count(text, start, last.End) > room);
        return isLong ? new(new string(text[last.End - 1], UnderlineLength)) : null;
    }

    /// <summary>The line that ends a paragraph, or follows it: looked for once, however many parts the paragraph makes.</summary>
    private MarkdownLine LastOf(in MarkdownLine line, BlockState state)
    {
        if (line.Kind is not (LineKind.Text or LineKind.MoreText))
        {
            return line;
        }

        if (line.Start < _seenFrom || line.Start >= _seen.Start)
        {
            (_seenFrom, _seen) = (line.Start, line);
            while (_seen.Next < text.Length && (_seen.Start == line.Start || _seen.Kind == LineKind.MoreText))
            {
                _seen = _ahead.Read(_seen.Next, ref state);
            }
        }

        return _seen;
    }

    /// <summary>Where the rest goes on after a cut.</summary>
    /// <param name="index">Where it was cut: within the line or one above it, or at a line end.</param>
    /// <param name="kind">What the line is.</param>
    /// <param name="state">What is open there.</param>
    public BreakPoint Rest(int index, LineKind kind, BlockState state)
    {
        state.IsMidLine = true;
        state.Last = kind switch
        {
            LineKind.Text or LineKind.Underline or LineKind.TableRule => LineKind.MoreText,
            LineKind.FenceOpen => LineKind.Code,
            _ => kind,
        };
        var rest = LineSyntax.SkipBareBlanks(text, index, text.Length);
        var next = kind == LineKind.Code ? index
            : text[rest] == '\n' ? AfterMarks(rest + 1, state.Containers.Quotes)
            : rest;
        return new(next, state);
    }

    /// <summary>A paragraph's later line, without what its containers put before it.</summary>
    private int AfterMarks(int start, int quotes)
    {
        for (; start < text.Length && ((LineSyntax.IsBlank(text[start]) && !TextBreaks.BearsMark(text, start)) || (text[start] == '>' && quotes > 0)); start++)
        {
            quotes -= text[start] == '>' ? 1 : 0;
        }

        return start;
    }
}
