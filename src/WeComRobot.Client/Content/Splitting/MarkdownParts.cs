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
    private readonly StringBuilder _built = new();

    // Where the next part begins, and what is open there
    private Place _entry;

    // The part that is being gathered: what it repeats, what is open before and after its last line, where it could end
    private int _room;
    private string _head = "";
    private BlockState _before;
    private BlockState _state;
    private Place _lastBlock;
    private Place _lastLine;
    private int _textStart;
    private bool _isRowAlone;
    private int _closingBytes;
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
                return End(text.Length, new(text.Length, _state));
            }

            _before = _state;
            line = _reader.Read(line.Next, ref _state);
        }

        return _isRowAlone && line.Start > _entry.At ? EndBefore(new(line.Start, _before)) : Break(line);
    }

    /// <summary>Reads the part's first line, behind what is blank.</summary>
    private bool Begin(out MarkdownLine line)
    {
        for (line = default; _entry.At < text.Length; _entry = new(line.Next, _state))
        {
            _entry.State.Inherited = _entry.State.Containers.Depth;
            _reader.Forget();
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
        _lastBlock = _lastLine = default;
        _textStart = line.ContentStart;
        _counted = _entry.At;
        _countedBytes = 0;
        _head = PartFrame.Head(text, _entry.State, line, _room);
        var isCutRow = line.Kind == LineKind.TableRow && _entry.State.IsMidLine;
        _isRowAlone = isCutRow || (line.Kind == LineKind.TableRow && !Fits(line));
        if (_isRowAlone && !isCutRow)
        {
            // Not even alone under its header: it goes as text
            _head = "";
        }
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
            if (_isRowAlone)
            {
                return false;
            }
        }

        return Fits(line);
    }

    /// <summary>A part may end before most lines; not below a heading, nor within what belongs together.</summary>
    private void NotePlaceBefore(in MarkdownLine line)
    {
        if (line.Kind == LineKind.Text)
        {
            _textStart = line.ContentStart;
        }

        var belongsToLast = line.Kind is LineKind.MoreText or LineKind.Underline or LineKind.TableRule or LineKind.FenceClose
            || _before.Last is LineKind.Heading or LineKind.Underline or LineKind.FenceOpen or LineKind.TableRule;
        if (belongsToLast)
        {
            return;
        }

        _lastLine = new(line.Start, _before);
        var isOneOfMany = !_before.AfterBlank && (line.StartsItem || line.Kind is LineKind.Code or LineKind.TableRow or LineKind.IndentedCode);
        if (!isOneOfMany)
        {
            _lastBlock = _lastLine;
        }
    }

    private bool Fits(in MarkdownLine line)
    {
        const int MaxBytesPerChar = 3;
        _closingBytes = _state.Block is Fence ? PartFrame.Closing(_state).Length : 0;
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
    private int Budget => _room - Utf8Size.Of(_head, 0, _head.Length) - _closingBytes + _reader.LeftOutLength;

    /// <summary>Ends the part before or within a line that does not fit: where it reads best in its second half, else where it can.</summary>
    private Part Break(in MarkdownLine line)
    {
        var start = _entry.At;
        var isText = line.Kind is LineKind.Text or LineKind.MoreText or LineKind.Underline or LineKind.TableRule;
        var from = isText ? _textStart : Math.Max(line.ContentStart, start);
        var half = Utf8Size.Fit(text, start, line.End, Budget / 2);
        var high = Utf8Size.Fit(text, start, line.End, Budget);
        if (line.Kind is LineKind.Underline or LineKind.TableRule)
        {
            high = Math.Min(high, line.Start - 1);
        }

        var running = new RunningText(text, line.Kind, from, high, _room);
        if (!isTight && _lastBlock.At > start && _lastBlock.At >= half)
        {
            return EndBefore(_lastBlock);
        }

        if (isTight && isText && running.LastLineEnd() is > 0 and var lineEnd)
        {
            return Cut(lineEnd, line);
        }

        if (_lastLine.At > start && (isTight || _lastLine.At >= half))
        {
            return EndBefore(_lastLine);
        }

        if (isText && running.Best(Math.Max(half, from + 1)) is > 0 and var better)
        {
            return Cut(better, line);
        }

        if (_lastLine.At > start)
        {
            return EndBefore(_lastLine);
        }

        var mustGoOn = high <= from || (line.Kind == LineKind.TableRow && !_isRowAlone);
        return mustGoOn && line.Start > start ? EndBefore(new(line.Start, _before))
            : high <= from ? CutAnyhow(line)
            : Cut(running.Best(from + 1) is > 0 and var any ? any : running.LastElement(), line);
    }

    /// <summary>Cuts within a line, or at a line end of the paragraph it goes on.</summary>
    private Part Cut(int index, in MarkdownLine line)
    {
        var state = line.Kind is LineKind.Underline or LineKind.TableRule ? _before : _state;
        var next = line.Kind == LineKind.Code ? index : LineSyntax.SkipBlanks(text, index, text.Length);
        state.IsMidLine = next < text.Length && text[next] != '\n';
        state.Last = line.Kind switch
        {
            LineKind.Text or LineKind.Underline or LineKind.TableRule => LineKind.MoreText,
            LineKind.FenceOpen => LineKind.Code,
            var kind => kind,
        };
        return End(index, new(state.IsMidLine ? next : Math.Min(next + 1, text.Length), state));
    }

    /// <summary>What surrounds the line leaves no room for any of it: it goes on as plain text.</summary>
    private Part CutAnyhow(in MarkdownLine line)
    {
        _head = "";
        _reader.Forget();
        var index = Utf8Size.Fit(text, _entry.At, line.End, _room);
        return End(index, new(index, new BlockState { Last = LineKind.MoreText, IsMidLine = true }));
    }

    private Part EndBefore(in Place place) => End(place.At, place);

    private Part End(int end, in Place next)
    {
        var start = _entry.At;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        _built.Clear().Append(_head);
        foreach (var (from, to) in _reader.LeftOut)
        {
            if (to <= end)
            {
                _built.Append(text, start, from - start);
                start = to;
            }
        }

        var closing = PartFrame.Closing(next.State);
        _entry = next;
        return new(_built.Append(text, start, end - start).Append(closing).ToString(), closing.Length, next.At);
    }

    /// <summary>A place where a part may end, and what is open there.</summary>
    private struct Place(int at, BlockState state)
    {
        public readonly int At = at;
        public BlockState State = state;
    }
}
