using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>The second pass: finds the places where a part may end, each when its rank is asked for.</summary>
/// <param name="text">The whole text.</param>
/// <param name="lines">The part's lines, of which the last does not fit.</param>
/// <param name="isTight">Whether a part takes as many lines as it can, rather than end where it reads best.</param>
internal sealed class BreakCandidates(string text, PartLines lines, bool isTight)
{
    private readonly TextSyntax _syntax = new(text);
    private readonly ParagraphCut _paragraph = new(text);
    private readonly LineBreaks _breaks = new(lines);
    private LineCut? _cut;
    private (int Place, int BelowHeadings)? _heading;

    // Most parts end before the line that does not fit, so it is examined only when needed
    private LineCut Cut => _cut ??= new(text, _syntax, _paragraph, lines);

    private (int Place, int BelowHeadings) Heading => _heading ??= _breaks.FindHeading(Cut.HasPlaceAfter);

    /// <summary>Begins with the lines of another part.</summary>
    public void Begin()
    {
        (_cut, _heading) = (null, null);
        _breaks.Begin();
    }

    /// <summary>The place of a rank; null when there is none. Ranks are asked for in their order.</summary>
    public BreakPoint? Find(BreakRank rank) => rank switch
    {
        BreakRank.Block => isTight ? null : BeforeIfHalfFull(_breaks.FindBlock(), lines.Budget.ClosingBytes, rank),
        BreakRank.LineEnd => isTight ? Cut.AtLineEnd() : null,
        BreakRank.Line => isTight ? Before(_breaks.Line, rank) : BeforeIfHalfFull(_breaks.Line, Cut.ClosingBytes, rank),
        BreakRank.Text => Cut.InText(),
        BreakRank.ShortLine => Before(_breaks.Line, rank),
        BreakRank.Word => Cut.AfterWord(),
        BreakRank.BelowHead => IsBelowHead ? Cut.BelowHead() : null,
        BreakRank.Heading => Before(Heading.Place, rank),
        BreakRank.LineStart => lines.Last.CanBeginPart ? Before(lines.Count - 1, rank) : null,
        BreakRank.Bare => Cut.HasRoom ? null : CutBare(),
        _ => Cut.Anywhere(),
    };

    /// <summary>Whether a cut in the last line would leave nothing above it but headings or a table's head.</summary>
    private bool IsBelowHead => lines.Last.Before.Last == LineKind.TableRule || (Heading.Place > 0 && Heading.Place == Heading.BelowHeadings);

    private BreakPoint? Before(int line, BreakRank rank) => line > 0 ? BreakPoint.Before(lines[line], rank) : null;

    private BreakPoint? BeforeIfHalfFull(int line, int closingBytes, BreakRank rank) =>
        line > 0 && Utf8Size.Count(text, lines.Start, lines[line].Start) * 2 >= lines.Budget.CountTextBytes(closingBytes) ? Before(line, rank) : null;

    private BreakPoint CutBare()
    {
        var index = Utf8Size.Fit(text, lines.Start, lines.Last.End, lines.Budget.MaxBytes);
        return new(BreakRank.Bare, index, index, new() { Last = LineKind.MoreText, IsMidLine = true });
    }
}
