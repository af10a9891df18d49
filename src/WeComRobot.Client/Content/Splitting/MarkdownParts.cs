using System;
using System.Text;

namespace WeComRobot.Content.Splitting;

/// <summary>
/// Takes Markdown apart, part by part: gathers lines while they fit, ends the part at the last good place, and reads on from
/// there.
/// </summary>
/// <param name="text">The whole, well formed.</param>
/// <param name="isTight">Whether a part takes as many lines as it can, rather than end where it reads best.</param>
internal sealed class MarkdownParts(string text, bool isTight = false) : IParts
{
    private readonly LineReader _reader = new(text);
    private readonly TextSyntax _syntax = new(text);
    private readonly PlacesToBreak _places = new();
    private readonly ParagraphCut _paragraph = new(text);
    private readonly StringBuilder _built = new();

    // Where the next part begins, and what is open there
    private Place _entry;

    // The part that is being gathered: what it repeats and closes, and what is open before and after its last line
    private int _room;
    private string _head = "";
    private string _tableHead = "";
    private BlockState _before;
    private BlockState _state;
    private int _paragraphStart;
    private bool _isRowAlone;
    private int _headBytes;
    private int _closingBytes;
    private OpenBlock? _closes;
    private int _counted;
    private int _countedBytes;

    public Part? Next(int room)
    {
        _room = room;
        if (!Begin(out var line))
        {
            return null;
        }

        while (Gather(line))
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
    private bool Begin(out MarkdownLine line)
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

                BeginWith(line);
                return true;
            }
        }

        return false;
    }

    private void BeginWith(in MarkdownLine line)
    {
        _places.Clear();
        _paragraphStart = line.ContentStart;
        _counted = _entry.At;
        _countedBytes = 0;
        _closes = null;
        _closingBytes = 0;
        SetHead(PartFrame.Head(text, _entry.State, line, _room));
        var isCutRow = line.Kind == LineKind.TableRow && _entry.State.IsMidLine;
        _isRowAlone = isCutRow || (line.Kind == LineKind.TableRow && !Fits(line));
        if (_isRowAlone && !isCutRow)
        {
            // Not even alone under its header: it goes as text
            _tableHead = _head;
            SetHead("");
        }
    }

    private void SetHead(string head)
    {
        _head = head;
        _headBytes = Utf8Size.Of(head, 0, head.Length);
    }

    /// <summary>Takes a line into the part, if it fits.</summary>
    private bool Gather(in MarkdownLine line)
    {
        if (line.Kind == LineKind.Blank)
        {
            return true;
        }

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
        Utf8Size.Of(text, row.Start, row.End) + Utf8Size.Of(_tableHead, 0, _tableHead.Length) <= _room;

    private bool Fits(in MarkdownLine line)
    {
        const int MaxBytesPerChar = 3;
        if (!ReferenceEquals(_state.Block, _closes))
        {
            _closes = _state.Block;
            _closingBytes = PartFrame.Closing(_state).Length;
        }

        var room = Budget;
        if (_countedBytes + ((line.End - _counted) * MaxBytesPerChar) <= room)
        {
            return true;
        }

        if (_countedBytes + (line.End - _counted) > room)
        {
            return false;
        }

        _countedBytes += Utf8Size.Of(text, _counted, line.End);
        _counted = line.End;
        return _countedBytes <= room;
    }

    /// <summary>How many bytes of the text itself the part can take.</summary>
    private int Budget => _room - _headBytes - _closingBytes + _reader.Changes.SavedBytes;

    /// <summary>Ends the part before or within a line that does not fit: where it reads best in its second half, else where it can.</summary>
    private Part Break(in MarkdownLine line)
    {
        if (!isTight && IsHalfFullAt(_places.LastBlock.At))
        {
            return EndBefore(_places.LastBlock);
        }

        var start = _entry.At;
        var from = _paragraph.Start(line, _paragraphStart);
        var textEnd = _paragraph.End(line, _state, start, _room);
        var isText = textEnd > from;
        var high = Utf8Size.Fit(text, start, isText ? textEnd : LastCut(line), Budget);
        var running = new RunningText(text, _syntax, line.Kind, from, high, _room - RepeatedBytes(line));
        if (isTight && isText && running.LastLineEnd() is > 0 and var lineEnd)
        {
            return Cut(lineEnd, line);
        }

        if (_places.LastLine.At > start && (isTight || IsHalfFullAt(_places.LastLine.At)))
        {
            return EndBefore(_places.LastLine);
        }

        var best = running.Best(Math.Max(Utf8Size.Fit(text, start, high, Budget / 2), from + 1));
        return isText && best > 0 ? Cut(best, line)
            : _places.LastLine.At > start ? EndBefore(_places.LastLine)
            : isText && running.Last() is > 0 and var last ? Cut(last, line)
            : LastResort(line) is { At: > 0 } place && place.At > start ? EndBefore(place)
            : CanBeginPart(line) ? EndBefore(new(line.Start, _before))
            : high <= from ? CutAnyhow(line)
            : Cut(best > 0 ? best : running.Last() is > 0 and var any ? any : running.LastElement(), line);
    }

    private Place LastResort(in MarkdownLine line)
    {
        var (end, room) = (line.End, _room - _closingBytes);
        return _places.LastResort(Utf8Size.Fit(text, _entry.At, line.Start, Budget / 2), start => Utf8Size.Of(text, start, end) <= room);
    }

    /// <summary>An underline stays whole, and some of its text with it.</summary>
    private static int LastCut(in MarkdownLine line) =>
        line.Kind is LineKind.Underline or LineKind.TableRule ? line.Start - 2 : line.End;

    /// <summary>Nothing is gained where only a fence's first line would be left behind.</summary>
    private bool CanBeginPart(in MarkdownLine line) =>
        line.Start > _entry.At
        && line.Kind is not (LineKind.MoreText or LineKind.Underline or LineKind.TableRule)
        && !(line.Kind == LineKind.Code && _before.Last == LineKind.FenceOpen);

    /// <summary>What the next part repeats if it begins within this line.</summary>
    private int RepeatedBytes(in MarkdownLine line)
    {
        var entry = _state;
        entry.IsMidLine = true;
        return PartFrame.Head(text, entry, line, _room).Length;
    }

    private bool IsHalfFullAt(int end) => end > _entry.At && Utf8Size.Of(text, _entry.At, end) * 2 >= Budget;

    /// <summary>Cuts within a line, or at a line end of the paragraph it goes on.</summary>
    private Part Cut(int index, in MarkdownLine line) => index >= line.End
        ? EndBefore(new(line.Next, _state))
        : End(index, _paragraph.Rest(index, line.Kind, line.Kind is LineKind.Underline or LineKind.TableRule ? _before : _state));

    /// <summary>What surrounds the line leaves no room for any of it: it goes on as plain text.</summary>
    private Part CutAnyhow(in MarkdownLine line)
    {
        SetHead("");
        _reader.Changes.Begin(_entry.At);
        var index = Utf8Size.Fit(text, _entry.At, line.End, _room);
        return End(index, new(index, new BlockState { Last = LineKind.MoreText, IsMidLine = true }));
    }

    private Part EndBefore(in Place place) => End(place.State.LastEnd, place);

    private Part End(int end, in Place next)
    {
        var start = _entry.At;
        end = TextBreaks.TrimEnd(text, start, end);
        var closing = PartFrame.Closing(next.State);
        _entry = next;
        return new(Put(start, end, closing), closing.Length, next.At);
    }

    private string Put(int start, int end, string closing)
    {
        if (_head.Length + closing.Length == 0 && !_reader.Changes.Any)
        {
            return text.Substring(start, end - start);
        }

        _built.Clear().Append(_head);
        _reader.Changes.Append(_built, text, start, end);
        return _built.Append(closing).ToString();
    }
}
