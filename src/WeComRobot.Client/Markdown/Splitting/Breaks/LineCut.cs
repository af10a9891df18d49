using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>The places within the line that does not fit, and within the paragraph that it goes on with, where a part may end.</summary>
internal sealed class LineCut
{
    private readonly string _text;
    private readonly PartLines _lines;
    private readonly BlockState _after;
    private readonly RunningText _running;
    private readonly int _from;
    private readonly int _high;
    private readonly bool _isText;
    private int? _best;

    /// <summary>Finds between which indices the line may be cut.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="syntax">What is known about it.</param>
    /// <param name="paragraph">What is known about its paragraphs.</param>
    /// <param name="lines">The part's lines, of which the last does not fit.</param>
    public LineCut(string text, TextSyntax syntax, ParagraphCut paragraph, PartLines lines)
    {
        (_text, _lines, _after, ClosingBytes) = (text, lines, lines.After, lines.Room.ClosingBytes);
        ref readonly var line = ref lines.Last;
        var maxBytes = lines.Room.MaxBytes;
        _from = FindStart(line);
        int end;
        if (lines.CanCutRow(line))
        {
            ClosingBytes = PartFrame.RowEnd.Length;
            end = IsLongRow(line) ? line.End : -1;
        }
        else if (paragraph.FindLongHeading(line, _after, _from, maxBytes) is { } heading)
        {
            _after.Block = heading;
            ClosingBytes = Utf8Size.Count(PartFrame.Closing(_after, maxBytes));
            end = line.LastCut;
        }
        else
        {
            end = paragraph.FindEnd(line, _after, lines.Start);
        }

        _isText = end > _from;
        _high = Utf8Size.Fit(text, lines.Start, _isText ? end : line.LastCut, Budget);
        var kind = lines.IsRowAsText ? LineKind.MoreText : line.Kind;
        _running = new(text, syntax, kind, _from, _high, maxBytes - PartFrame.RepeatedBytes(text, _after, line, maxBytes));
    }

    /// <summary>The bytes of what the part closes if it ends here.</summary>
    public int ClosingBytes { get; }

    /// <summary>Whether what is repeated and closed leaves room for some of the line.</summary>
    public bool HasRoom => _high > _from;

    private int Budget => _lines.Room.GetBudget(ClosingBytes);

    private int Best => _best ??= _running.Best(Math.Max(Utf8Size.Fit(_text, _lines.Start, _high, Budget / 2), _from + 1));

    /// <summary>The last line end of a paragraph.</summary>
    public BreakPoint? AtLineEnd() => _isText && _running.LastLineEnd() is > 0 and var index ? CutAt(index, BreakRank.LineEnd) : null;

    /// <summary>The best place in the second half of the part.</summary>
    public BreakPoint? InText() => _isText && Best is > 0 and var index ? CutAt(index, BreakRank.Text) : null;

    /// <summary>The last place behind a word.</summary>
    public BreakPoint? BehindWord() => _isText && _running.Last() is > 0 and var index ? CutAt(index, BreakRank.Word) : null;

    /// <summary>A place in the first word or line of code of the block, which fits into no other part either.</summary>
    public BreakPoint? BelowHead()
    {
        var isCuttable = HasRoom && (_isText || _lines.Last.Kind is LineKind.Code or LineKind.IndentedCode);
        if (!isCuttable || _running.BeginsWithWhole())
        {
            return null;
        }

        var first = LineSyntax.SkipBlanks(_text, _from, _lines.Last.End);
        var index = _running.LastElement();
        return index > first && TextElements.IsBoundary(_text, index) ? CutAt(Best > first ? Best : index, BreakRank.BelowHead) : null;
    }

    /// <summary>The best place that there is.</summary>
    public BreakPoint Anywhere() =>
        CutAt(Best > 0 ? Best : _running.Last() is > 0 and var last ? last : _running.LastElement(), BreakRank.Character);

    /// <summary>Where the text of the line starts, or of its paragraph in this part, behind all marks.</summary>
    private int FindStart(in MarkdownLine line)
    {
        var first = LineSyntax.SkipBlanks(_text, line.ContentStart, line.End);
        return line.Kind switch
        {
            LineKind.Text or LineKind.MoreText or LineKind.TableRule or LineKind.Underline => LineSyntax.SkipBlanks(_text, FindParagraph(), line.End),
            LineKind.Heading => LineSyntax.SkipBlanks(_text, first + LineSyntax.HeadingLevel(_text, first, line.End), line.End),
            _ => line.ContentStart,
        };
    }

    private int FindParagraph()
    {
        var first = _lines.Count - 1;
        while (first > 0 && _lines[first].Kind != LineKind.Text)
        {
            first--;
        }

        return _lines[first].ContentStart;
    }

    /// <summary>Whether a row is longer than a part, or the part begins within a row.</summary>
    private bool IsLongRow(in MarkdownLine line)
    {
        var maxBytes = _lines.Room.MaxBytes;
        return _lines[0].Before.IsMidLine || line.End - line.Start > maxBytes
            || Utf8Size.Count(_text, line.Start, line.End) + PartFrame.RepeatedBytes(_text, _after, line, maxBytes) > maxBytes;
    }

    private BreakPoint CutAt(int index, BreakRank rank)
    {
        ref readonly var line = ref _lines.Last;
        if (index >= line.End)
        {
            return new(rank, line.End, line.Next, _after);
        }

        if (line.Kind == LineKind.TableRow && TableSyntax.IsRowEnd(_text, index, line.End))
        {
            return new(rank, index, line.Next, _after);
        }

        var state = line.NeedsLineAbove ? line.Before : _after;
        state.IsMidLine = true;
        state.Last = line.Kind switch
        {
            LineKind.Text or LineKind.Underline or LineKind.TableRule => LineKind.MoreText,
            LineKind.FenceOpen => LineKind.Code,
            _ => line.Kind,
        };
        return new(rank, index, line.Kind == LineKind.Code ? index : FindNext(index, state.Containers.Quotes), state);
    }

    /// <summary>Where the text goes on behind a cut: at a line end, behind the marks of the next line.</summary>
    private int FindNext(int index, int quotes)
    {
        var next = LineSyntax.SkipBareBlanks(_text, index, _text.Length);
        if (_text[next] != '\n')
        {
            return next;
        }

        for (next++; IsBareBlank(next) || (_text[next] == '>' && quotes > 0); next++)
        {
            quotes -= _text[next] == '>' ? 1 : 0;
        }

        return next;
    }

    private bool IsBareBlank(int index) => LineSyntax.IsBlank(_text[index]) && !TextBreaks.BearsMark(_text, index);
}
