using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>Finds the range within which a line, or the paragraph that it continues, can be cut.</summary>
internal sealed class ParagraphCut(string text)
{
    // As short as an underline can be and still look like one
    private const int UnderlineLength = 3;

    private readonly LineReader _ahead = new(text);

    // The paragraph that was searched last: from this line on, up to its last
    private int _seenFrom = -1;
    private MarkdownLine _seen;

    /// <summary>Where the text of a part's last line starts, or that of its paragraph in this part: after all marks.</summary>
    public int FindStart(PartLines lines)
    {
        ref readonly var line = ref lines.Last;
        switch (line.Kind)
        {
            case LineKind.Text or LineKind.MoreText or LineKind.TableRule or LineKind.Underline:
                var first = lines.Count - 1;
                while (first > 0 && lines[first].Kind != LineKind.Text)
                {
                    first--;
                }

                return LineSyntax.SkipBlanks(text, lines[first].ContentStart, line.End);
            case LineKind.Heading:
                var mark = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
                return LineSyntax.SkipBlanks(text, mark + LineSyntax.HeadingLevel(text, mark, line.End), line.End);
            default:
                return line.ContentStart;
        }
    }

    /// <summary>
    /// The last index at which the paragraph may be cut; -1 for a line outside of paragraphs. A line further down can make the paragraph a heading,
    /// which is not cut if it fits into a part, or its last line a table's header, which is never cut.
    /// </summary>
    /// <param name="line">The line that continues the paragraph.</param>
    /// <param name="after">What is open after that line.</param>
    /// <param name="partStart">Where the part starts.</param>
    public int FindEnd(in MarkdownLine line, in BlockState after, int partStart)
    {
        var isText = line.Kind is LineKind.Text or LineKind.MoreText;
        var last = FindLast(line, after);
        return last.Kind switch
        {
            LineKind.Underline => -1,
            LineKind.TableRule => Math.Min(line.End, text.LastIndexOf('\n', last.Start - 2, last.Start - 1 - partStart)),
            _ => isText ? line.End : -1,
        };
    }

    /// <summary>The heading that the paragraph turns out to be, if it is longer than a part; else null.</summary>
    /// <param name="line">The line that continues the paragraph.</param>
    /// <param name="after">What is open after that line.</param>
    /// <param name="start">Where the paragraph's text starts in this part.</param>
    /// <param name="maxBytes">The most bytes of a part.</param>
    public UnderlinedHeading? FindLongHeading(in MarkdownLine line, in BlockState after, int start, int maxBytes) => line.Kind switch
    {
        LineKind.Text or LineKind.MoreText => after.Block as UnderlinedHeading ?? MeasureHeading(line, after, start, maxBytes),
        LineKind.Underline => line.Before.Block as UnderlinedHeading,
        _ => null,
    };

    private UnderlinedHeading? MeasureHeading(in MarkdownLine line, in BlockState after, int start, int maxBytes)
    {
        var last = FindLast(line, after);
        var isLong = last.Kind == LineKind.Underline && (last.End - start > maxBytes || Utf8Size.Count(text, start, last.End) > maxBytes);
        return isLong ? new(new string(text[last.End - 1], UnderlineLength)) : null;
    }

    /// <summary>The line that ends a paragraph, or follows it. It is looked for once, however many parts the paragraph makes.</summary>
    private MarkdownLine FindLast(in MarkdownLine line, BlockState after)
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
                _ahead.Read(SkipMoreText(_seen.Next), ref after, out _seen);
            }
        }

        return _seen;
    }
    /// <summary>The last of the lines from here on that begin with a letter, and so continue the paragraph: it may be a table's header.</summary>
    private int SkipMoreText(int start)
    {
        for (var next = start; next < text.Length && char.IsLetter(text[next]);)
        {
            start = next;
            next = LineSyntax.FindLineEnd(text, start) + 1;
        }

        return start;
    }
}
