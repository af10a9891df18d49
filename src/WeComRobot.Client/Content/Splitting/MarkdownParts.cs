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
    private readonly LineReader _ahead = new(text);
    private readonly StringBuilder _built = new();

    // Where the next part begins, and what is open there
    private Place _entry;

    // The part that is being gathered: what it repeats, what is open before and after its last line, where it could end
    private int _room;
    private string _head = "";
    private string _tableHead = "";
    private BlockState _before;
    private BlockState _state;
    private Place _lastBlock;
    private Place _lastLine;
    private Place _belowHeading;
    private int _textStart;
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

        return _isRowAlone && line.Start > _entry.At ? EndBefore(_lastLine) : Break(line);
    }

    /// <summary>Reads the part's first line, behind what is blank.</summary>
    private bool Begin(out MarkdownLine line)
    {
        for (line = default; _entry.At < text.Length; _entry = new(line.Next, _state))
        {
            _entry.State.Inherited = _entry.State.Containers.Depth;
            _reader.Begin(_entry.At);
            _state = _before = _entry.State;
            line = _reader.Read(_entry.At, ref _state);
            if (line.Kind is not (LineKind.Blank or LineKind.FenceClose))
            {
                BeginWith(line);
                return true;
            }
        }

        return false;
    }

    private void BeginWith(in MarkdownLine line)
    {
        _lastBlock = _lastLine = _belowHeading = default;
        _textStart = line.ContentStart;
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
            NotePlaceBefore(line);
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

    /// <summary>A part may end before most lines; not below a heading, nor within what belongs together.</summary>
    private void NotePlaceBefore(in MarkdownLine line)
    {
        if (line.Kind == LineKind.Text)
        {
            _textStart = line.ContentStart;
        }

        var belongsToLast = line.Kind switch
        {
            LineKind.MoreText or LineKind.Underline or LineKind.TableRule or LineKind.FenceClose => true,
            LineKind.Code => _before.Last == LineKind.FenceOpen,
            LineKind.TableRow => _before.Last == LineKind.TableRule,
            _ => false,
        };
        if (belongsToLast)
        {
            return;
        }

        if (_before.Last is LineKind.Heading or LineKind.Underline)
        {
            _belowHeading = new(line.Start, _before);
            return;
        }

        _lastLine = new(line.Start, _before);
        var isOneOfMany = line.Kind == LineKind.Code
            || (!_before.AfterBlank && (line.StartsItem || line.Kind is LineKind.TableRow or LineKind.IndentedCode));
        if (!isOneOfMany)
        {
            _lastBlock = _lastLine;
        }
    }

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

        _countedBytes += Utf8Size.Of(text, _counted, line.End);
        _counted = line.End;
        return _countedBytes <= room;
    }

    /// <summary>How many bytes of the text itself the part can take.</summary>
    private int Budget => _room - _headBytes - _closingBytes + _reader.SavedBytes;

    /// <summary>Ends the part before or within a line that does not fit: where it reads best in its second half, else where it can.</summary>
    private Part Break(in MarkdownLine line)
    {
        var start = _entry.At;
        if (!isTight && IsHalfFullAt(_lastBlock.At))
        {
            return EndBefore(_lastBlock);
        }

        var from = TextStart(line);
        var textEnd = TextEnd(line);
        var isText = textEnd > from;
        var high = Utf8Size.Fit(text, start, isText ? textEnd : line.End, Budget);
        var running = new RunningText(text, line.Kind, from, high, _room - RepeatedBytes(line));
        if (isTight && isText && running.LastLineEnd() is > 0 and var lineEnd)
        {
            return Cut(lineEnd, line);
        }

        if (_lastLine.At > start && (isTight || IsHalfFullAt(_lastLine.At)))
        {
            return EndBefore(_lastLine);
        }

        var half = Utf8Size.Fit(text, start, high, Budget / 2);
        if (isText && running.Best(Math.Max(half, from + 1)) is > 0 and var better)
        {
            return Cut(better, line);
        }

        if (_lastLine.At > start)
        {
            return EndBefore(_lastLine);
        }

        if (isText && running.Last() is > 0 and var any)
        {
            return Cut(any, line);
        }

        if (_belowHeading.At > start)
        {
            return EndBefore(_belowHeading);
        }

        var canBeginPart = line.Start > start
            && line.Kind is not (LineKind.MoreText or LineKind.Underline or LineKind.TableRule)
            && !(line.Kind == LineKind.Code && _before.Last == LineKind.FenceOpen);
        return canBeginPart ? EndBefore(new(line.Start, _before))
            : high <= from ? CutAnyhow(line)
            : Cut(
                running.Best(Math.Max(half, from + 1)) is > 0 and var within ? within
                : running.Last() is > 0 and var last ? last
                : running.LastElement(), line);
    }

    /// <summary>What the next part repeats if it begins within this line.</summary>
    private int RepeatedBytes(in MarkdownLine line)
    {
        var entry = _state;
        entry.IsMidLine = true;
        return PartFrame.Head(text, entry, line, _room).Length;
    }

    /// <summary>Where that can be cut which the line goes on with, or is.</summary>
    private int TextStart(in MarkdownLine line)
    {
        var first = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        return line.Kind switch
        {
            LineKind.Text or LineKind.MoreText or LineKind.TableRule or LineKind.Underline => _textStart,
            LineKind.Heading => LineSyntax.SkipBlanks(text, first + LineSyntax.HeadingLevel(text, first, line.End), line.End),
            _ => line.ContentStart,
        };
    }

    /// <summary>
    /// Up to where the paragraph may be cut that the line goes on with. A line further down can make it a heading, or its last
    /// line a table's header: these are not cut.
    /// </summary>
    private int TextEnd(in MarkdownLine line)
    {
        var (last, state) = (line, _state);
        var goesOn = last.Kind is LineKind.Text or LineKind.MoreText;
        while (goesOn && last.Next < text.Length && last.Next - line.Start < _room)
        {
            last = _ahead.Read(last.Next, ref state);
            goesOn = last.Kind == LineKind.MoreText;
        }

        return last.Kind switch
        {
            LineKind.Underline => -1,
            LineKind.TableRule => Math.Min(line.End, text.LastIndexOf('\n', last.Start - 2, last.Start - 1 - _entry.At)),
            _ => line.Kind is LineKind.Text or LineKind.MoreText ? line.End : -1,
        };
    }

    private bool IsHalfFullAt(int end) => end > _entry.At && Utf8Size.Of(text, _entry.At, end) * 2 >= Budget;

    /// <summary>Cuts within a line, or at a line end of the paragraph it goes on.</summary>
    private Part Cut(int index, in MarkdownLine line)
    {
        if (index >= line.End)
        {
            return EndBefore(new(line.Next, _state));
        }

        var state = line.Kind is LineKind.Underline or LineKind.TableRule ? _before : _state;
        state.IsMidLine = true;
        state.Last = line.Kind switch
        {
            LineKind.Text or LineKind.Underline or LineKind.TableRule => LineKind.MoreText,
            LineKind.FenceOpen => LineKind.Code,
            var kind => kind,
        };
        var next = line.Kind == LineKind.Code ? index
            : text[index] == '\n' ? AfterMarks(index + 1, state.Containers.Quotes)
            : LineSyntax.SkipBlanks(text, index, line.End);
        return End(index, new(next, state));
    }

    /// <summary>A paragraph's later line, without what its containers put before it.</summary>
    private int AfterMarks(int start, int quotes)
    {
        for (; start < text.Length && (LineSyntax.IsBlank(text[start]) || (text[start] == '>' && quotes > 0)); start++)
        {
            quotes -= text[start] == '>' ? 1 : 0;
        }

        return start;
    }

    /// <summary>What surrounds the line leaves no room for any of it: it goes on as plain text.</summary>
    private Part CutAnyhow(in MarkdownLine line)
    {
        SetHead("");
        _reader.Begin(_entry.At);
        var index = Utf8Size.Fit(text, _entry.At, line.End, _room);
        return End(index, new(index, new BlockState { Last = LineKind.MoreText, IsMidLine = true }));
    }

    private Part EndBefore(in Place place) => End(place.State.LastEnd, place);

    private Part End(int end, in Place next)
    {
        var start = _entry.At;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var closing = PartFrame.Closing(next.State);
        _entry = next;
        return new(Put(start, end, closing), closing.Length, next.At);
    }

    private string Put(int start, int end, string closing)
    {
        if (_head.Length + closing.Length + _reader.Changes.Count == 0)
        {
            return text.Substring(start, end - start);
        }

        _built.Clear().Append(_head);
        foreach (var (from, to, with) in _reader.Changes)
        {
            if (to <= end)
            {
                _built.Append(text, start, from - start).Append(with);
                start = to;
            }
        }

        return _built.Append(text, start, end - start).Append(closing).ToString();
    }

    /// <summary>A place where a part may end, and what is open there.</summary>
    private struct Place(int at, BlockState state)
    {
        public readonly int At = at;
        public BlockState State = state;
    }
}
