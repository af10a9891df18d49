using System;

namespace WeComRobot.Content.Splitting;

/// <summary>Between which indices a line, with the paragraph that it goes on with, can be cut, and what goes on behind a cut.</summary>
internal sealed class ParagraphCut(string text)
{
    private readonly LineReader _ahead = new(text);

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
    /// Up to where the paragraph may be cut; -1 for what is none. A line further down can make it a heading, or its last line a
    /// table's header: these are not cut.
    /// </summary>
    /// <param name="line">The line that it goes on with.</param>
    /// <param name="state">What is open after that line.</param>
    /// <param name="partStart">Where the part starts.</param>
    /// <param name="room">The bytes of a part: what is further off is of no interest.</param>
    public int End(in MarkdownLine line, BlockState state, int partStart, int room)
    {
        var last = line;
        var goesOn = last.Kind is LineKind.Text or LineKind.MoreText;
        while (goesOn && last.Next < text.Length && last.Next - line.Start < room)
        {
            last = _ahead.Read(last.Next, ref state);
            goesOn = last.Kind == LineKind.MoreText;
        }

        return last.Kind switch
        {
            LineKind.Underline => -1,
            LineKind.TableRule => Math.Min(line.End, text.LastIndexOf('\n', last.Start - 2, last.Start - 1 - partStart)),
            _ => line.Kind is LineKind.Text or LineKind.MoreText ? line.End : -1,
        };
    }

    /// <summary>Where the rest goes on after a cut.</summary>
    /// <param name="index">Where it was cut: within the line or one above it, or at a line end.</param>
    /// <param name="kind">What the line is.</param>
    /// <param name="state">What is open there.</param>
    public Place Rest(int index, LineKind kind, BlockState state)
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
