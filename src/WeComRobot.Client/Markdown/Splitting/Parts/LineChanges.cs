using System.Collections.Generic;
using System.Text;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Parts;

/// <summary>
/// What a part changes in its lines when it continues list items that an earlier part began. Their indentation is left out, because
/// without the item above it, it would make code. What ends such an item, a blank line or its fence's mark, is inserted, because without
/// indentation the item would not end.
/// </summary>
internal sealed class LineChanges(string text)
{
    // In the order of the text
    private readonly List<(int Start, int End, string Replacement)> _changes = [];
    private readonly StringBuilder _built = new();
    private readonly ContainerReader _containers = new(text);

    /// <summary>How many bytes the changes save.</summary>
    public int SavedBytes { get; private set; }

    /// <summary>Begins a part.</summary>
    public void Clear()
    {
        _changes.Clear();
        SavedBytes = 0;
    }

    /// <summary>Adds what changes in a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="containers">The containers that are open after it.</param>
    /// <param name="isFirst">Whether it is the part's first line, before which nothing has to end.</param>
    public void Add(in MarkdownLine line, ContainerStack containers, bool isFirst)
    {
        if (line.Before.Inherited > 0 && !line.Before.IsMidLine)
        {
            if (!isFirst && EndsItem(line, containers))
            {
                EndItem(line, containers);
            }

            LeaveOutIndentation(line);
        }
    }

    /// <summary>Writes a part: a range of the text with the changes, between what the part repeats and what it closes.</summary>
    public string Apply(string head, int start, int end, string closing)
    {
        if (head.Length + closing.Length + _changes.Count == 0)
        {
            return text.Substring(start, end - start);
        }

        _built.Clear().Append(head);
        foreach (var change in _changes)
        {
            if (change.End <= end)
            {
                _built.Append(text, start, change.Start - start).Append(change.Replacement);
                start = change.End;
            }
        }

        return _built.Append(text, start, end - start).Append(closing).ToString();
    }

    /// <summary>Whether a line is outside of an inherited item. A lazy line is not, and blank lines end a quote but no item.</summary>
    private static bool EndsItem(in MarkdownLine line, ContainerStack containers) =>
        line.Matched < line.Before.Inherited && line.Kind != LineKind.MoreText
            && (line.Kind != LineKind.Blank || containers.Depth > line.Matched);

    /// <summary>The end of an item of an earlier part would not show; that of a quote does, unless another begins there.</summary>
    private void EndItem(in MarkdownLine line, ContainerStack opened)
    {
        var left = line.Before.Containers.Take(line.Matched);
        var isQuoteLeft = left.Quotes < line.Before.Containers.Quotes;
        if (isQuoteLeft ? opened.Quotes > left.Quotes : line.Before.InFence || !line.Before.AfterBlank)
        {
            var fenceEnd = !isQuoteLeft && line.Before.Block is Fence fence ? fence.Indent + fence.Mark : "";
            Add(line.Start, line.Start, PartFrame.QuoteMarks(left) + fenceEnd + "\n");
        }
    }

    private void LeaveOutIndentation(in MarkdownLine line)
    {
        var start = line.Start;
        for (var i = 0; i < line.Matched; i++)
        {
            var container = line.Before.Containers[i];
            var next = _containers.Skip(start, line.End, container);
            if (container != ContainerStack.Quote && i < line.Before.Inherited && next > start)
            {
                Add(start, TextElements.Floor(text, start, next), "");
            }

            start = next;
        }
    }

    private void Add(int start, int end, string replacement)
    {
        _changes.Add((start, end, replacement));
        SavedBytes += end - start - replacement.Length;
    }
}
