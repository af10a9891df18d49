using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Parts;

/// <summary>
/// The first pass: reads the lines of one part, from the place where the last part ended up to the first line that does not fit.
/// Blank lines are not kept: what they mean is in the state before the next line.
/// </summary>
internal sealed class PartLines(string text)
{
    private readonly LineReader _reader = new(text);
    private MarkdownLine[] _lines = new MarkdownLine[64];
    private BlockState _after;
    private string _tableHead = "";

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>A line by its number, from 0.</summary>
    public ref readonly MarkdownLine this[int index] => ref _lines[index];

    /// <summary>The last line: the one that does not fit, unless the text ends.</summary>
    public ref readonly MarkdownLine Last => ref _lines[Count - 1];

    /// <summary>What is open after the last line and the blank lines that follow it.</summary>
    public ref readonly BlockState After => ref _after;

    /// <summary>Where the part starts.</summary>
    public int Start { get; private set; }

    /// <summary>Whether all that is left of the text fits.</summary>
    public bool ReachesEnd { get; private set; }

    /// <summary>Whether the part is a row of a table that is written as text, because it does not fit under its header.</summary>
    public bool IsRowAsText { get; private set; }

    /// <summary>Counts what the part can hold.</summary>
    public PartBudget Budget { get; } = new(text);

    /// <summary>Whether rows can be cut in a part of this table.</summary>
    public bool CanCutRow(in MarkdownLine line) =>
        line.Kind == LineKind.TableRow && line.Before.Block is Table table && PartFrame.CanRepeat(table, Budget.MaxBytes, isCut: true);

    /// <summary>Reads the lines of a part; false when nothing but blank lines is left.</summary>
    /// <param name="start">Where the part may start.</param>
    /// <param name="before">What is open there.</param>
    /// <param name="maxBytes">The most bytes of the part.</param>
    public bool Read(int start, in BlockState before, int maxBytes)
    {
        (Count, _after) = (0, before);
        if (!ReadFirst(start, maxBytes))
        {
            return false;
        }

        var next = _lines[0].Next;
        var fits = Take(_lines[0]);
        while (fits && next < text.Length)
        {
            ref readonly var line = ref ReadLine(next);
            Budget.Changes.Add(line, _after.Containers, isFirst: false);
            fits = line.Kind == LineKind.Blank || Take(line);
            next = line.Next;
        }

        ReachesEnd = fits;
        return true;
    }

    /// <summary>Reads the part's first line: blank lines before it, and the end of a fence that is closed already, are skipped.</summary>
    private bool ReadFirst(int start, int maxBytes)
    {
        while (start < text.Length)
        {
            _after.Inherited = (byte)_after.Containers.Depth;
            ref readonly var line = ref ReadLine(start);
            if (line.Kind is not (LineKind.Blank or LineKind.FenceClose))
            {
                Start = line.Kind == LineKind.Text && _after.Containers.Depth == 0 ? LineSyntax.SkipBareBlanks(text, start, line.End) : start;
                Begin(line, maxBytes);
                return true;
            }

            start = line.Next;
        }

        return false;
    }

    /// <summary>Reads a line to where the next one that counts is kept.</summary>
    private ref readonly MarkdownLine ReadLine(int start)
    {
        if (Count == _lines.Length)
        {
            Array.Resize(ref _lines, Count * 2);
        }

        ref var line = ref _lines[Count];
        _reader.Read(start, ref _after, out line);
        return ref line;
    }

    private void Begin(in MarkdownLine line, int maxBytes)
    {
        Budget.Begin(Start, maxBytes);
        Budget.Changes.Add(line, _after.Containers, isFirst: true);
        Budget.SetHead(PartFrame.GetHead(text, line.Before, line, maxBytes));
        IsRowAsText = line.Kind == LineKind.TableRow && !CanCutRow(line) && (line.Before.IsMidLine || !Budget.Fits(line.End, _after));
        if (IsRowAsText && !line.Before.IsMidLine)
        {
            // It does not even fit alone under its header, which leaves no room for pieces
            _tableHead = Budget.Head;
            Budget.SetHead("");
        }
    }

    /// <summary>Adds the line that was read last; false when the part ends before or within it.</summary>
    private bool Take(in MarkdownLine line)
    {
        Count++;
        return !(IsRowAsText && Count > 1 && EndsRows(line)) && Budget.Fits(line.End, _after);
    }

    /// <summary>Whether a line ends the rows that are written as text.</summary>
    private bool EndsRows(in MarkdownLine line) =>
        _lines[0].Before.IsMidLine || line.Kind != LineKind.TableRow
            || Utf8Size.Count(text, line.Start, line.End) + Utf8Size.Count(_tableHead) <= Budget.MaxBytes;
}
