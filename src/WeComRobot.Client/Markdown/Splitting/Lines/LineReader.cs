using System;
using WeComRobot.Markdown.Splitting.Parts;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>Reads Markdown line by line, as CommonMark does: first the containers that the line goes on with, then those it opens, then its block.</summary>
internal sealed class LineReader(string text)
{
    private readonly NextIndex _newline = NextIndex.For(text, '\n');
    private readonly ContainerReader _containers = new(text);
    private int _lastNewline = -1;
    private int _lastEnd;

    /// <summary>What the part changes in the lines read.</summary>
    public LineChanges Changes => _containers.Changes;

    public MarkdownLine Read(int start, ref BlockState state)
    {
        var (end, next) = EndOf(start);
        var line = new MarkdownLine { Start = start, ContentStart = start, End = end, Next = next };
        if (state.IsMidLine)
        {
            state.IsMidLine = false;
            state.LastEnd = end;
            line.Kind = state.Last;
            return line;
        }

        Interpret(ref line, ref state);
        state.AfterBlank = line.Kind == LineKind.Blank;
        if (!state.AfterBlank)
        {
            state.Last = line.Kind;
            state.LastStart = line.ContentStart;
            state.LastEnd = line.End;
        }

        return line;
    }

    /// <summary>Where the text of a line ends, and where the next line starts: remembered, for a long line is cut many times.</summary>
    private (int End, int Next) EndOf(int start)
    {
        var newline = _newline.At(start);
        if (newline != _lastNewline)
        {
            _lastNewline = _lastEnd = newline;
            while (_lastEnd > 0 && LineSyntax.IsBlank(text[_lastEnd - 1]))
            {
                _lastEnd--;
            }
        }

        return (Math.Max(start, _lastEnd), Math.Min(text.Length, newline + 1));
    }

    private void Interpret(ref MarkdownLine line, ref BlockState state)
    {
        if (state.InParagraph && char.IsLetter(text[line.Start]))
        {
            // Most lines by far: whatever stands open, a letter begins nothing else
            line.Kind = LineKind.MoreText;
            return;
        }

        var matched = _containers.Match(ref line, state);
        var first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        var goesOn = matched == state.Containers.Depth;
        if (state.InFence && goesOn)
        {
            ReadCode(ref line, ref state, first);
            return;
        }

        if (first == line.End)
        {
            line.Kind = LineKind.Blank;
            Close(ref state, matched);
            state.Block = null;
            return;
        }

        var underParagraph = state.InParagraph && goesOn && _containers.Columns(line.ContentStart, first) < ContainerReader.CodeIndent;
        if (underParagraph && ReadUnderParagraph(ref line, ref state, first))
        {
            return;
        }

        var containers = _containers.Open(ref line, state.Containers.Take(matched), state.InParagraph && goesOn, out var opened);
        first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        line.Kind = KindOf(line, first, state, goesOn && !opened, !opened);
        if (line.Kind == LineKind.MoreText)
        {
            // Lazy or not, it belongs to the paragraph and to its containers
            return;
        }

        if (matched < state.Inherited)
        {
            EndItem(line.Start, state, state.Containers.Take(matched), containers);
        }

        Close(ref state, matched);
        state.Containers = containers;
        if (line.Kind != LineKind.TableRow)
        {
            state.Block = line.Kind == LineKind.FenceOpen ? OpenFence(line, first) : null;
        }
    }

    /// <summary>The end of an item of an earlier part would not show; that of a quote does, unless another begins there.</summary>
    private void EndItem(int start, in BlockState state, ContainerStack left, ContainerStack opened)
    {
        var isQuoteLeft = left.Quotes < state.Containers.Quotes;
        if (isQuoteLeft ? opened.Quotes > left.Quotes : state.InFence || !state.AfterBlank)
        {
            var fenceEnd = !isQuoteLeft && state.Block is Fence fence ? fence.Indent + fence.Mark : "";
            Changes.Insert(start, PartFrame.QuoteMarks(left) + fenceEnd + "\n");
        }
    }

    private void ReadCode(ref MarkdownLine line, ref BlockState state, int first)
    {
        if (first == line.End)
        {
            line.Kind = LineKind.Blank;
            return;
        }

        var fence = (Fence)state.Block!;
        var closes = _containers.Columns(line.ContentStart, first) < ContainerReader.CodeIndent && LineSyntax.ClosesFence(text, first, line.End, fence.Mark);
        line.Kind = closes ? LineKind.FenceClose : LineKind.Code;
        state.Block = closes ? null : fence;
    }

    /// <summary>What gives the paragraph above another meaning.</summary>
    private bool ReadUnderParagraph(ref MarkdownLine line, ref BlockState state, int first)
    {
        if (text[first] is not ('-' or '=' or '|' or ':'))
        {
            return false;
        }

        if (LineSyntax.IsTableHead(text, state.LastStart, state.LastEnd, first, line.End))
        {
            line.Kind = LineKind.TableRule;
            state.Block = new Table(
                text.Substring(state.LastStart, state.LastEnd - state.LastStart).Trim(), text.Substring(first, line.End - first).Trim());
            return true;
        }

        if (!LineSyntax.IsUnderline(text, first, line.End))
        {
            return false;
        }

        line.Kind = LineKind.Underline;
        state.Block = null;
        return true;
    }

    private LineKind KindOf(in MarkdownLine line, int first, in BlockState state, bool goesOn, bool canGoOn)
    {
        if (first == line.End)
        {
            // An empty item is one all the same, an empty line of a quote a blank line
            return line.StartsItem ? LineKind.Text : LineKind.Blank;
        }

        var inParagraph = state.InParagraph && canGoOn;
        return _containers.Columns(line.ContentStart, first) >= ContainerReader.CodeIndent ? (inParagraph ? LineKind.MoreText : LineKind.IndentedCode)
            : LineSyntax.HeadingLevel(text, first, line.End) > 0 ? LineKind.Heading
            : LineSyntax.FenceLength(text, first, line.End) > 0 ? LineKind.FenceOpen
            : LineSyntax.IsThematicBreak(text, first, line.End) ? LineKind.ThematicBreak
            : state.InTable && goesOn ? LineKind.TableRow
            : inParagraph ? LineKind.MoreText
            : LineKind.Text;
    }

    private Fence OpenFence(in MarkdownLine line, int first)
    {
        var indent = new string(' ', _containers.Columns(line.ContentStart, first));
        return new(
            indent + text.Substring(first, line.End - first).TrimEnd(),
            indent,
            text.Substring(first, LineSyntax.FenceLength(text, first, line.End)));
    }

    private static void Close(ref BlockState state, int depth)
    {
        state.Containers = state.Containers.Take(depth);
        state.Inherited = Math.Min(state.Inherited, depth);
    }
}
