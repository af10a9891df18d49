using System;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>Reads the marks and the indentation of quotes and list items at the start of a line.</summary>
internal sealed class ContainerReader(string text)
{
    private const int MaxMarkerBlanks = 4;

    /// <summary>Counts the open containers that a line continues, and moves the start of its content past their marks.</summary>
    public int Match(ref MarkdownLine line, ContainerStack containers)
    {
        while (line.Matched < containers.Depth && Skip(line.ContentStart, line.End, containers[line.Matched]) is >= 0 and var next)
        {
            line.ContentStart = next;
            line.Matched++;
        }

        return line.Matched;
    }

    /// <summary>The index after a container's mark or indentation; -1 when the line does not continue the container.</summary>
    /// <param name="start">Where the mark or indentation would start.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="width">The container's entry in its stack.</param>
    public int Skip(int start, int end, int width) => width == ContainerStack.Quote ? SkipQuoteMark(start, end) : SkipIndent(start, end, width);

    private int SkipQuoteMark(int start, int end)
    {
        var mark = LineSyntax.SkipBlanks(text, start, end);
        return mark == end || text[mark] != '>' || LineSyntax.IsIndentedCode(text, start, mark) ? -1
            : mark + 1 < end && LineSyntax.IsBlank(text[mark + 1]) ? mark + 2
            : mark + 1;
    }

    /// <summary>A blank line belongs to the item, however far it is indented.</summary>
    private int SkipIndent(int start, int end, int width)
    {
        for (var columns = 0; columns < width && start < end; start++)
        {
            if (!LineSyntax.IsBlank(text[start]))
            {
                return -1;
            }

            columns += text[start] == '\t' ? LineSyntax.CodeIndent : 1;
        }

        return start;
    }

    /// <summary>Adds the containers that a line opens, and moves the start of its content past their marks.</summary>
    public ContainerStack Open(ref MarkdownLine line, ContainerStack containers, bool interruptsParagraph)
    {
        for (; containers.Depth < ContainerStack.MaxDepth; interruptsParagraph = false)
        {
            var first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
            var indent = LineSyntax.CountColumns(text, line.ContentStart, first);
            if (first == line.End || indent >= LineSyntax.CodeIndent)
            {
                break;
            }

            if (text[first] == '>')
            {
                containers = containers.Push(ContainerStack.Quote);
                line.ContentStart = SkipQuoteMark(line.ContentStart, line.End);
                continue;
            }

            var marker = FindMarker(first, line.End, interruptsParagraph);
            if (marker == 0)
            {
                break;
            }

            containers = containers.Push(indent + marker + OpenItem(ref line, first + marker));
        }

        return containers;
    }

    /// <summary>The length of the marker of an item that begins at an index; 0 when none does.</summary>
    private int FindMarker(int first, int end, bool interruptsParagraph)
    {
        var marker = LineSyntax.ListMarkerLength(text, first, end);
        return marker == 0 || LineSyntax.IsThematicBreak(text, first, end) || (interruptsParagraph && !CanInterrupt(first, marker, end)) ? 0 : marker;
    }

    /// <summary>Moves past the blanks after an item's marker, and returns the columns that they take: 1 when code or nothing follows.</summary>
    private int OpenItem(ref MarkdownLine line, int afterMarker)
    {
        var first = LineSyntax.SkipBlanks(text, afterMarker, line.End);
        var blanks = LineSyntax.CountColumns(text, afterMarker, first);
        var isWide = first == line.End || blanks > MaxMarkerBlanks;
        line.StartsItem = true;
        line.ContentStart = isWide ? Math.Min(afterMarker + 1, line.End) : first;
        return isWide ? 1 : blanks;
    }

    /// <summary>Under a paragraph, an empty item or one that is not the first is text.</summary>
    private bool CanInterrupt(int start, int marker, int end) =>
        LineSyntax.SkipBlanks(text, start + marker, end) < end && (marker == 1 || (marker == 2 && text[start] == '1'));
}
