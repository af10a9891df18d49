namespace WeComRobot.Content.Splitting;

/// <summary>The places between the lines of a part where it may end: before most lines, but not within what belongs together.</summary>
internal sealed class PlacesToBreak
{
    private Place _belowHeading;
    private Place _amongHeadings;

    /// <summary>The last one between two blocks.</summary>
    public Place LastBlock { get; private set; }

    /// <summary>The last one between two blocks, items, rows or lines of code.</summary>
    public Place LastLine { get; private set; }

    /// <summary>Where nothing else will do: before the last of several headings, else below it.</summary>
    public Place LastResort => _amongHeadings.At > 0 ? _amongHeadings : _belowHeading;

    /// <summary>Begins a part.</summary>
    public void Clear() => LastBlock = LastLine = _belowHeading = _amongHeadings = default;

    /// <summary>Notes the place before a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">What is open before it.</param>
    public void Note(in MarkdownLine line, in BlockState before)
    {
        if (BelongsToLast(line.Kind, before.Last))
        {
            // What stood below a heading was one itself
            _amongHeadings = line.Kind == LineKind.Underline ? _belowHeading : _amongHeadings;
        }
        else if (before.Last is LineKind.Heading or LineKind.Underline)
        {
            _belowHeading = new(line.Start, before);
            _amongHeadings = line.Kind == LineKind.Heading ? _belowHeading : _amongHeadings;
        }
        else
        {
            LastLine = new(line.Start, before);
            LastBlock = IsOneOfMany(line, before) ? LastBlock : LastLine;
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
