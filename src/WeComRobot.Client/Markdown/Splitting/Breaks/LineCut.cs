using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>Finds the places within the line that does not fit, and within the paragraph that it continues, where a part may end.</summary>
internal sealed class LineCut
{
    private readonly string _text;
    private readonly PartLines _lines;
    private readonly TextSyntax _syntax;
    private readonly int _end;
    private readonly BlockState _after;
    private readonly RunningText _running;
    private readonly int _from;
    private readonly int _high;
    private readonly bool _isText;
    private int? _best;

    /// <summary>Finds between which indices the line may be cut.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="syntax">What is known about it.</param>
    /// <param name="paragraph">What is known about its paragraphs.</param>
    /// <param name="lines">The part's lines, of which the last does not fit.</param>
    public LineCut(string text, TextSyntax syntax, ParagraphCut paragraph, PartLines lines)
    {
        (_text, _lines, _after, ClosingBytes) = (text, lines, lines.After, lines.Budget.ClosingBytes);
        ref readonly var line = ref lines.Last;
        var maxBytes = lines.Budget.MaxBytes;
        _from = paragraph.FindStart(lines);
        int end;
        if (lines.CanCutRow(line))
        {
            ClosingBytes = PartFrame.RowEnd.Length;
            end = IsLongRow(line) ? line.End : -1;
        }
        else if (paragraph.FindLongHeading(line, _after, _from, maxBytes) is { } heading)
        {
            _after.Block = heading;
            ClosingBytes = Utf8Size.Count(PartFrame.GetClosing(_after, maxBytes));
            end = line.LastCut;
        }
        else
        {
            end = paragraph.FindEnd(line, _after, lines.Start);
        }

        _isText = end > _from;
        _high = Utf8Size.Fit(text, lines.Start, _isText ? end : line.LastCut, TextBytes);
        if (line.Kind == LineKind.MoreText && _high >= line.Start && _high < line.ContentStart)
        {
            // The marks of a line are not cut, and a part that ends before the line does not save their bytes
            _high = Math.Max(lines.Start, line.Start - 1);
        }

        (_syntax, _end) = (syntax, end);
        _running = ReadText(_high);
    }

    /// <summary>The bytes of what the part closes if it ends here.</summary>
    public int ClosingBytes { get; }

    /// <summary>Whether what is repeated and closed leaves room for some of the line.</summary>
    public bool HasRoom => _high > _from;

    private int TextBytes => _lines.Budget.CountTextBytes(ClosingBytes);

    private int Best => _best ??= _running.Best(Math.Max(Utf8Size.Fit(_text, _lines.Start, _high, TextBytes / 2), _from + 1));

    /// <summary>Whether a part that begins at an index has room for the line, or for its text up to some place.</summary>
    public bool HasPlaceAfter(int start)
    {
        var end = _lines.Last.End;
        var fits = Utf8Size.Fit(_text, start, end, _lines.Budget.MaxBytes - ClosingBytes);
        return fits == end || (_isText && ReadText(Math.Min(fits, _end)).LastWord() > 0);
    }

    /// <summary>The last line end of a paragraph.</summary>
    public BreakPoint? AtLineEnd() => _isText && _running.LastLineEnd() is > 0 and var index ? CutAt(index, BreakRank.LineEnd) : null;

    /// <summary>The best place in the second half of the part.</summary>
    public BreakPoint? InText() => _isText && Best is > 0 and var index ? CutAt(index, BreakRank.Text) : null;

    /// <summary>The last place after a word.</summary>
    public BreakPoint? AfterWord() => _isText && _running.LastWord() is > 0 and var index ? CutAt(index, BreakRank.Word) : null;

    /// <summary>A place in the first word or line of code of the block, which fits into no other part either.</summary>
    public BreakPoint? BelowHead()
    {
        var isCuttable = HasRoom && (_isText || _lines.Last.Kind is LineKind.Code or LineKind.IndentedCode);
        if (!isCuttable || _running.FirstWordFits())
        {
            return null;
        }

        var first = LineSyntax.SkipBlanks(_text, _from, _lines.Last.End);
        var index = _running.LastElement();
        return index > first && TextElements.IsBoundary(_text, index) ? CutAt(Best > first ? Best : index, BreakRank.BelowHead) : null;
    }

    /// <summary>The best place that there is.</summary>
    public BreakPoint Anywhere() =>
        CutAt(Best > 0 ? Best : _running.LastWord() is > 0 and var last ? last : _running.LastElement(), BreakRank.Character);

    private RunningText ReadText(int high)
    {
        var kind = _lines.IsRowAsText ? LineKind.MoreText : _lines.Last.Kind;
        var maxBytes = _lines.Budget.MaxBytes;
        return new(_text, _syntax, kind, _from, high, maxBytes - PartFrame.RepeatedBytes(_text, _after, _lines.Last, maxBytes));
    }

    /// <summary>Whether a row is longer than a part, or the part begins within a row.</summary>
    private bool IsLongRow(in MarkdownLine line)
    {
        var maxBytes = _lines.Budget.MaxBytes;
        return _lines[0].Before.IsMidLine || line.End - line.Start > maxBytes
            || Utf8Size.Count(_text, line.Start, line.End) + PartFrame.RepeatedBytes(_text, _after, line, maxBytes) > maxBytes;
    }

    private BreakPoint CutAt(int index, BreakRank rank) => CutPoint.Find(_text, index, rank, _lines.Last, _after);
}
