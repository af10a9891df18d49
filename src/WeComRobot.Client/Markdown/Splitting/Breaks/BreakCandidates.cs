using System;
using System.Collections.Generic;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>The places between the lines of a part where it may end: before most lines, but not within what belongs together.</summary>
internal sealed class BreakCandidates
{
    // More that stand below one another are a list, and no title with its subtitles
    private const int FewHeadings = 8;

    // Before each heading but the first of those that stand below one another
    private readonly List<BreakPoint> _headings = [];
    private BreakPoint _belowHeading;

    /// <summary>The last one between two blocks.</summary>
    public BreakPoint LastBlock { get; private set; }

    /// <summary>The last one between two blocks, items, rows or lines of code.</summary>
    public BreakPoint LastLine { get; private set; }

    /// <summary>
    /// Where nothing else will do: before as many headings as go on together with what stands below them, but of a long
    /// list of headings only the last few; else below all.
    /// </summary>
    /// <param name="goesOn">Whether all from this index on fits into a part: so if from an earlier one.</param>
    public BreakPoint LastResort(Func<int, bool> goesOn)
    {
        var (low, high) = (Math.Max(0, _headings.Count - FewHeadings), _headings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = goesOn(_headings[middle].At) ? (low, middle) : (middle + 1, high);
        }

        return low < _headings.Count ? _headings[low] : _belowHeading;
    }

    /// <summary>Whether a place leaves nothing but headings before it.</summary>
    public bool IsBelowHeadings(in BreakPoint place) => place.At > 0 && place.At == _belowHeading.At;

    /// <summary>Begins a part.</summary>
    public void Clear()
    {
        LastBlock = LastLine = _belowHeading = default;
        _headings.Clear();
    }

    /// <summary>Notes the place before a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">What is open before it.</param>
    public void Note(in MarkdownLine line, in BlockState before)
    {
        if (BelongsToLast(line.Kind, before.Last))
        {
            NoteHeading(line.Kind == LineKind.Underline);
        }
        else if (before.Last is LineKind.Heading or LineKind.Underline)
        {
            _belowHeading = new(line.Start, before);
            NoteHeading(line.Kind == LineKind.Heading);
        }
        else
        {
            LastLine = new(line.Start, before);
            LastBlock = IsOneOfMany(line, before) ? LastBlock : LastLine;
            _belowHeading = default;
            _headings.Clear();
        }
    }

    /// <summary>What stands below a heading turned out to be one itself.</summary>
    private void NoteHeading(bool isHeading)
    {
        if (isHeading && _belowHeading.At > 0)
        {
            _headings.Add(_belowHeading);
        }
    }

    private static bool BelongsToLast(LineKind kind, LineKind last) => kind switch
    {
        LineKind.MoreText or LineKind.Underline or LineKind.TableRule or LineKind.FenceClose => true,
        LineKind.Code => last == LineKind.FenceOpen,
        LineKind.TableRow => last == LineKind.TableRule,
        _ => false,
    };

    private static bool IsOneOfMany(in MarkdownLine line, in BlockState before) =>
        line.Kind == LineKind.Code
        || (!before.AfterBlank && (line.StartsItem || line.Kind is LineKind.TableRow or LineKind.IndentedCode));
}
