using System;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// Reads Markdown line by line, as CommonMark does: first the containers that a line goes on with, then those that it opens, then
/// its block.
/// </summary>
internal sealed class LineReader(string text)
{
    private readonly NextIndex _newline = NextIndex.For(text, '\n');
    private readonly ContainerReader _containers = new(text);
    private readonly BlockReader _blocks = new(text);
    private int _lastNewline = -1;
    private int _lastEnd;

    /// <summary>Reads the line at an index, and moves the state behind it.</summary>
    /// <param name="start">The index: a line's start, or the place where a line was cut if the state says so.</param>
    /// <param name="state">What is open before the line, and then what is open after it.</param>
    public MarkdownLine Read(int start, ref BlockState state)
    {
        var (end, next) = FindEnd(start);
        var before = state;
        if (state.IsMidLine)
        {
            state.IsMidLine = false;
            state.LastEnd = end;
            return new(start, start, end, next, state.Last, startsItem: false, matched: 0, before);
        }

        var (contentStart, matched, startsItem) = (start, 0, false);

        // Most lines by far go on with a paragraph: a letter begins nothing else, whatever is open
        var kind = state.InParagraph && char.IsLetter(text[start])
            ? LineKind.MoreText
            : Interpret(ref contentStart, end, ref state, out matched, out startsItem);
        state.AfterBlank = kind == LineKind.Blank;
        if (kind != LineKind.Blank)
        {
            state.Last = kind;
            state.LastStart = contentStart;
            state.LastEnd = end;
        }

        return new(start, contentStart, end, next, kind, startsItem, matched, before);
    }

    /// <summary>Where the text of a line ends, and where the next line starts. The last answer is kept, for a long line is cut many times.</summary>
    private (int End, int Next) FindEnd(int start)
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

    private LineKind Interpret(ref int contentStart, int end, ref BlockState state, out int matched, out bool startsItem)
    {
        startsItem = false;
        matched = _containers.Match(ref contentStart, end, state.Containers);
        var first = LineSyntax.SkipBlanks(text, contentStart, end);
        var goesOn = matched == state.Containers.Depth;
        if (state.InFence && goesOn)
        {
            return _blocks.ReadCode(contentStart, first, end, ref state);
        }

        if (first == end)
        {
            state.KeepContainers(matched);
            state.Block = null;
            return LineKind.Blank;
        }

        if (state.InParagraph && goesOn && _blocks.ReadUnderParagraph(contentStart, first, end, ref state) is { } kind)
        {
            return kind;
        }

        var containers = _containers.Open(ref contentStart, end, state.Containers.Take(matched), state.InParagraph && goesOn, out startsItem);
        return ReadBlock(contentStart, end, ref state, matched, containers, startsItem);
    }

    private LineKind ReadBlock(int contentStart, int end, ref BlockState state, int matched, ContainerStack containers, bool startsItem)
    {
        var isOpened = containers.Depth > matched;
        var first = LineSyntax.SkipBlanks(text, contentStart, end);
        var goesOnWithTable = state.InTable && !isOpened && matched == state.Containers.Depth;

        // An empty item is an item all the same; an empty line of a quote is a blank line
        var kind = first < end ? _blocks.GetKind(contentStart, first, end, state.InParagraph && !isOpened, goesOnWithTable)
            : startsItem ? LineKind.Text
            : LineKind.Blank;
        if (kind == LineKind.MoreText)
        {
            // Lazy or not, the line belongs to the paragraph and to its containers
            return kind;
        }

        state.KeepContainers(matched);
        state.Containers = containers;
        if (kind != LineKind.TableRow)
        {
            state.Block = kind == LineKind.FenceOpen ? _blocks.OpenFence(contentStart, first, end) : null;
        }

        return kind;
    }
}
