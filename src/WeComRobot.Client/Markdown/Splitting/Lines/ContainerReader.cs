using System;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>Reads the marks and the indentation of quotes and list items at the start of a line.</summary>
internal sealed class ContainerReader(string text)
{
    /// <summary>So many columns make what follows code.</summary>
    public const int CodeIndent = 4;

    private const int MaxMarkerBlanks = 4;

    /// <summary>What the part changes in the lines read.</summary>
    public LineChanges Changes { get; } = new();

    /// <summary>How many of the open containers the line goes on with; moves behind their marks.</summary>
    public int Match(ref MarkdownLine line, in BlockState state)
    {
        var matched = 0;
        for (; matched < state.Containers.Depth; matched++)
        {
            var width = state.Containers[matched];
            var next = width == ContainerStack.Quote ? AfterQuoteMark(line) : AfterIndent(line, width);
            if (next < 0)
            {
                break;
            }

            if (width != ContainerStack.Quote && matched < state.Inherited && next > line.ContentStart)
            {
                Changes.LeaveOut(line.ContentStart, TextElements.Floor(text, line.ContentStart, next));
            }

            line.ContentStart = next;
        }

        return matched;
    }

    private int AfterQuoteMark(in MarkdownLine line)
    {
        var mark = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        return mark == line.End || text[mark] != '>' || Columns(line.ContentStart, mark) >= CodeIndent ? -1
            : mark + 1 < line.End && LineSyntax.IsBlank(text[mark + 1]) ? mark + 2
            : mark + 1;
    }

    /// <summary>A blank line belongs to the item whatever its indentation.</summary>
    private int AfterIndent(in MarkdownLine line, int width)
    {
        var next = line.ContentStart;
        for (var columns = 0; columns < width && next < line.End; next++)
        {
            if (!LineSyntax.IsBlank(text[next]))
            {
                return -1;
            }

            columns += text[next] == '\t' ? CodeIndent : 1;
        }

        return next;
    }

    /// <summary>The containers with those that the line opens; moves behind their marks.</summary>
    public ContainerStack Open(ref MarkdownLine line, ContainerStack containers, bool interruptsParagraph, out bool opened)
    {
        opened = false;
        while (containers.Depth < ContainerStack.MaxDepth)
        {
            var first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
            var indent = Columns(line.ContentStart, first);
            if (first == line.End || indent >= CodeIndent)
            {
                break;
            }

            var marker = LineSyntax.ListMarkerLength(text, first, line.End);
            if (text[first] == '>')
            {
                containers = containers.Push(ContainerStack.Quote);
                line.ContentStart = AfterQuoteMark(line);
            }
            else if (marker > 0 && !LineSyntax.IsThematicBreak(text, first, line.End) && !(interruptsParagraph && !opened && !CanInterrupt(first, marker, line.End)))
            {
                containers = containers.Push(indent + marker + OpenItem(ref line, first + marker));
                line.StartsItem = true;
            }
            else
            {
                break;
            }

            opened = true;
        }

        return containers;
    }

    /// <summary>Moves behind the blanks after an item's marker; gives the columns they take, 1 where code or nothing follows.</summary>
    private int OpenItem(ref MarkdownLine line, int afterMarker)
    {
        var first = LineSyntax.SkipBlanks(text, afterMarker, line.End);
        var blanks = Columns(afterMarker, first);
        var isWide = first == line.End || blanks > MaxMarkerBlanks;
        line.ContentStart = isWide ? Math.Min(afterMarker + 1, line.End) : first;
        return isWide ? 1 : blanks;
    }

    /// <summary>Under a paragraph, an empty item or one that is not the first is text.</summary>
    private bool CanInterrupt(int start, int marker, int end) =>
        LineSyntax.SkipBlanks(text, start + marker, end) < end && (marker == 1 || (marker == 2 && text[start] == '1'));

    /// <summary>How many columns a stretch of blanks takes: a tab goes up to the next fourth.</summary>
    public int Columns(int start, int end)
    {
        var columns = 0;
        for (var i = start; i < end; i++)
        {
            columns += text[i] == '\t' ? CodeIndent - (columns % CodeIndent) : 1;
        }

        return columns;
    }
}
