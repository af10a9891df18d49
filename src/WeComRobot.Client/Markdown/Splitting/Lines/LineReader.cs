using System;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// Reads Markdown line by line, as CommonMark does: first the containers that a line continues, then those that it opens, then its
/// block.
/// </summary>
internal sealed class LineReader(string text)
{
    private readonly ContainerReader _containers = new(text);
    private readonly BlockReader _blocks = new(text);

    // The line that was looked at last: the first index that was asked about, the end of its text, and the start of the next line
    private int _from;
    private int _end;
    private int _next;

    /// <summary>Reads the line at an index, and updates the state to the one after it.</summary>
    /// <param name="start">The index: a line's start, or the place where a line was cut if the state says so.</param>
    /// <param name="state">What is open before the line, and then what is open after it.</param>
    /// <param name="line">The line.</param>
    public void Read(int start, ref BlockState state, out MarkdownLine line)
    {
        line.Before = state;
        line.Start = line.ContentStart = start;
        (line.End, line.Next) = FindEnd(start);
        line.Kind = state.Last;
        line.StartsItem = false;
        line.Matched = 0;
        if (state.IsMidLine)
        {
            state.IsMidLine = false;
            state.LastEnd = line.End;
            return;
        }

        // By far the most lines continue a paragraph: a letter begins nothing else, whatever is open
        line.Kind = state.InParagraph && char.IsLetter(text[start]) ? LineKind.MoreText : Interpret(ref line, ref state);
        state.AfterBlank = line.Kind == LineKind.Blank;
        if (!state.AfterBlank)
        {
            state.Last = line.Kind;
            state.LastStart = line.ContentStart;
            state.LastEnd = line.End;
        }
    }

    /// <summary>Where the text of a line ends, and where the next line starts. The last answer is kept, because a long line is cut many times.</summary>
    private (int End, int Next) FindEnd(int start)
    {
        if (start < _from || start >= _next)
        {
            _from = start;
            _end = LineSyntax.FindLineEnd(text, start);
            _next = Math.Min(_end + 1, text.Length);
            while (_end > start && LineSyntax.IsBlank(text[_end - 1]))
            {
                _end--;
            }
        }

        return (Math.Max(start, _end), _next);
    }

    private LineKind Interpret(ref MarkdownLine line, ref BlockState state)
    {
        var matched = _containers.Match(ref line, state.Containers);
        var first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        var continues = matched == state.Containers.Depth;
        if (state.InFence && continues)
        {
            return _blocks.ReadCode(line, first, ref state);
        }

        if (first == line.End)
        {
            state.KeepContainers(matched);
            state.Block = null;
            return LineKind.Blank;
        }

        if (state.InParagraph && continues && _blocks.ReadUnderParagraph(line, first, ref state, out var kind))
        {
            return kind;
        }

        var containers = _containers.Open(ref line, state.Containers.Take(matched), state.InParagraph && continues);
        var isOpened = containers.Depth > matched;
        first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        kind = _blocks.GetKind(line, first, state.InParagraph && !isOpened, state.InTable && continues && !isOpened);

        // A later line belongs to its paragraph and to the paragraph's containers, even if it lacks their marks
        if (kind != LineKind.MoreText)
        {
            state.KeepContainers(matched);
            state.Containers = containers;
            state.Block = kind switch
            {
                LineKind.TableRow => state.Block,
                LineKind.FenceOpen => _blocks.OpenFence(line, first),
                _ => null,
            };
        }

        return kind;
    }
}
