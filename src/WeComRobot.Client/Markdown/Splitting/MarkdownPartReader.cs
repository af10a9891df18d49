using System;
using WeComRobot.Markdown.Splitting.Breaks;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting;

/// <summary>
/// Takes Markdown apart, part by part: gathers lines while they fit, ends the part at the last good place, and reads on from
/// there.
/// </summary>
/// <param name="text">The whole, well formed.</param>
/// <param name="isTight">Whether a part takes as many lines as it can, rather than end where it reads best.</param>
internal sealed class MarkdownPartReader(string text, bool isTight = false) : IPartReader
{
    private readonly LineReader _reader = new(text);
    private readonly TextSyntax _syntax = new(text);
    private readonly BreakCandidates _places = new();
    private readonly ParagraphCut _paragraph = new(text);

    // Where the next part begins, and what is open there
    private BreakPoint _entry;

    // The part that is being gathered: what it repeats and closes, and what is open before and after its last line
    private readonly PartRoom _part = new(text);
    private string _tableHead = "";
    private BlockState _before;
    private BlockState _state;
    private int _paragraphStart;
    private int _firstContent;
    private bool _isRowAlone;
    private OpenBlock? _closes;

    public Part? Next(int room)
    {
        Part? part;
        for (part = Gather(room); part is { IsBlank: true }; part = Gather(room))
        {
        }

        return part;
    }

    private Part? Gather(int room)
    {
        if (!Begin(room, out var line))
        {
            return null;
        }

        while (Take(line))
        {
            if (line.Next == text.Length)
            {
                return EndBefore(new(text.Length, _state));
            }

            _before = _state;
            line = _reader.Read(line.Next, ref _state);
        }

        return _isRowAlone && line.Start > _entry.At ? EndBefore(_places.LastLine) : Break(line);
    }

    /// <summary>Reads the part's first line, behind what is blank.</summary>
    private bool Begin(int room, out MarkdownLine line)
    {
        for (line = default; _entry.At < text.Length; _entry = new(line.Next, _state))
        {
            _entry.State.Inherited = _entry.State.Containers.Depth;
            _reader.Changes.Begin(_entry.At);
            _state = _before = _entry.State;
            line = _reader.Read(_entry.At, ref _state);
            if (line.Kind is not (LineKind.Blank or LineKind.FenceClose))
            {
                if (line.Kind == LineKind.Text && _state.Containers.Depth == 0)
                {
                    _entry.At = LineSyntax.SkipBareBlanks(text, _entry.At, line.End);
                }

                BeginWith(line, room);
                return true;
            }
        }

        return false;
    }

    private void BeginWith(in MarkdownLine line, int room)
    {
        _places.Clear();
        (_paragraphStart, _firstContent, _closes) = (line.ContentStart, int.MaxValue, null);
        _part.Begin(_entry.At, room);
        _part.Repeat(PartFrame.Head(text, _entry.State, line, room));
        _isRowAlone = line.Kind == LineKind.TableRow && !CanCutRow(line) && (_entry.State.IsMidLine || !Fits(line));
        if (_isRowAlone && !_entry.State.IsMidLine)
        {
            // Not even alone under its header, which leaves no room for pieces: it goes as text
            _tableHead = _part.Head;
            _part.Repeat("");
        }
    }

    private bool CanCutRow(in MarkdownLine line) =>
        line.Kind == LineKind.TableRow && _before.Block is Table table && PartFrame.CanRepeat(table, _part.Bytes, isCut: true);

    /// <summary>Takes a line into the part, if it fits.</summary>
    private bool Take(in MarkdownLine line)
    {
        if (line.Kind == LineKind.Blank)
        {
            return true;
        }

        _firstContent = _firstContent == int.MaxValue ? LineSyntax.FirstContent(text, line) : _firstContent;
        if (line.Start > _entry.At)
        {
            _places.Note(line, _before);
            _paragraphStart = line.Kind == LineKind.Text ? line.ContentStart : _paragraphStart;
            if (_isRowAlone && (_entry.State.IsMidLine || line.Kind != LineKind.TableRow || IsTableAgain(line)))
            {
                return false;
            }
        }

        return Fits(line);
    }

    /// <summary>Whether a row fits under its header, after rows that did not.</summary>
    private bool IsTableAgain(in MarkdownLine row) =>
        Utf8Size.Count(text, row.Start, row.End) + Utf8Size.Count(_tableHead, 0, _tableHead.Length) <= _part.Bytes;

    private bool Fits(in MarkdownLine line)
    {
        if (!ReferenceEquals(_state.Block, _closes))
        {
            _closes = _state.Block;
            _part.ClosingBytes = Utf8Size.Count(PartFrame.Closing(_state, _part.Bytes));
        }

        return _part.Fits(line.End, _reader.Changes);
    }

    private int Budget => _part.Budget(_reader.Changes);

    /// <summary>Ends the part before or within a line that does not fit: where it reads best in its second half, else where it can.</summary>
    private Part Break(in MarkdownLine line)
    {
        if (!isTight && IsHalfFullAt(_places.LastBlock.At))
        {
            return EndBefore(_places.LastBlock);
        }

        var start = _entry.At;
        var from = _paragraph.Start(line, _paragraphStart);
        var textEnd = CutEnd(line, from);
        var isText = textEnd > from;
        var high = Utf8Size.Fit(text, start, isText ? textEnd : line.LastCut, Budget);
        var running = new RunningText(text, _syntax, _isRowAlone ? LineKind.MoreText : line.Kind, from, high, _part.Bytes - PartFrame.RepeatedBytes(text, _state, line, _part.Bytes));
        if (isTight && isText && running.LastLineEnd() is > 0 and var lineEnd)
        {
            return Cut(lineEnd, line);
        }

        if (_places.LastLine.At > start && (isTight || IsHalfFullAt(_places.LastLine.At)))
        {
            return EndBefore(_places.LastLine);
        }

        var best = running.Best(Math.Max(Utf8Size.Fit(text, start, high, Budget / 2), from + 1));
        if (isText && best > 0)
        {
            return Cut(best, line);
        }

        if (_places.LastLine.At > start)
        {
            return EndBefore(_places.LastLine);
        }

        if (isText && running.Last() is > 0 and var last)
        {
            return Cut(last, line);
        }

        var resort = LastResort(line);
        var isCuttable = high > from && (isText || line.Kind is LineKind.Code or LineKind.IndentedCode);
        var cut = isCuttable && (_before.Last == LineKind.TableRule || _places.IsBelowHeadings(resort)) && !running.BeginsWithWhole() ? running.LastElement() : -1;
        var first = LineSyntax.SkipBlanks(text, from, line.End);
        return cut > first && TextElements.IsBoundary(text, cut) ? Cut(best > first ? best : cut, line)
            : resort.At > start ? EndBefore(resort)
            : line.Start > start && line.CanBeginPart(_before.Last) ? EndBefore(new(line.Start, _before))
            : high <= from ? CutAnyhow(line)
            : Cut(best > 0 ? best : running.Last() is > 0 and var any ? any : running.LastElement(), line);
    }

    /// <summary>
    /// Up to where a line, with the paragraph that it goes on with, may be cut like running text; -1 for what is none: a row or
    /// an underlined heading is cut only if it is longer than a part.
    /// </summary>
    private int CutEnd(in MarkdownLine line, int from)
    {
        if (CanCutRow(line))
        {
            _part.ClosingBytes = PartFrame.RowEnd.Length;
            var isLong = _entry.State.IsMidLine || line.End - line.Start > _part.Bytes
                || Utf8Size.Count(text, line.Start, line.End) + PartFrame.RepeatedBytes(text, _state, line, _part.Bytes) > _part.Bytes;
            return isLong ? line.End : -1;
        }

        if (_paragraph.LongHeading(line, _state, _before, from, _part.Bytes) is not { } heading)
        {
            return _paragraph.End(line, _state, _entry.At);
        }

        _state.Block = heading;
        _part.ClosingBytes = Utf8Size.Count(PartFrame.Closing(_state, _part.Bytes));
        return line.LastCut;
    }

    private BreakPoint LastResort(in MarkdownLine line)
    {
        var (end, room) = (line.End, _part.Bytes - _part.ClosingBytes);
        return _places.LastResort(start => Utf8Size.Count(text, start, end) <= room);
    }

    private bool IsHalfFullAt(int end) => end > _entry.At && Utf8Size.Count(text, _entry.At, end) * 2 >= Budget;

    /// <summary>Cuts within a line, or at a line end of the paragraph it goes on.</summary>
    private Part Cut(int index, in MarkdownLine line) => index >= line.End ? EndBefore(new(line.Next, _state))
        : line.Kind == LineKind.TableRow && LineSyntax.IsRowEnd(text, index, line.End) ? End(index, new(line.Next, _state))
        : End(index, _paragraph.Rest(index, line.Kind, line.GoesWithLineAbove ? _before : _state));

    /// <summary>What surrounds the line leaves no room for any of it: it goes on as plain text.</summary>
    private Part CutAnyhow(in MarkdownLine line)
    {
        _part.Repeat("");
        _reader.Changes.Begin(_entry.At);
        var index = Utf8Size.Fit(text, _entry.At, line.End, _part.Bytes);
        return End(index, new(index, new BlockState { Last = LineKind.MoreText, IsMidLine = true }));
    }

    private Part EndBefore(in BreakPoint place) => End(place.State.LastEnd, place);

    private Part End(int end, in BreakPoint next)
    {
        var start = _entry.At;
        end = TextBreaks.TrimEnd(text, start, end);
        var closing = PartFrame.Closing(next.State, _part.Bytes);
        _entry = next;
        return new(_reader.Changes.Apply(_part.Head, text, start, end, closing), closing.Length, next.At, isBlank: end <= _firstContent);
    }
}
