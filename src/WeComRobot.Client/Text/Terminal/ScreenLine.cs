using System;
using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Text.Terminal;

/// <summary>One line of a screen, column by column: what is written over something takes its place.</summary>
internal sealed class ScreenLine(string text)
{
    // Moves go no further, whatever number they name
    private const int MaxMove = 512;
    private const int TabStop = 8;

    private static readonly (int Start, int End) Blank = (-1, -1);

    // The later columns of a character that takes several
    private static readonly (int Start, int End) Rest = (-2, -2);

    private readonly List<(int Start, int End)> _columns = [];
    private int _cursor;

    // All columns before it are blank
    private int _blankTo;

    public void Write(int start, int end)
    {
        while (start < end)
        {
            var length = Math.Min(ColumnWidth.ElementLength(text, start), end - start);
            WriteElement(start, start + length);
            start += length;
        }
    }

    public void MoveBack(int columns) => _cursor = Math.Max(0, _cursor - columns);

    public void Apply(TerminalSequence sequence)
    {
        var count = Math.Max(1, sequence.Parameter);
        switch (sequence.Command)
        {
            case 'K':
                EraseLine(sequence.Parameter);
                break;
            case 'X':
                Erase(_cursor, Math.Min(_columns.Count, _cursor + count));
                break;
            case 'G':
                _cursor = Math.Min(count - 1, MaxMove);
                break;
            case 'C':
                _cursor = Math.Max(_cursor, Math.Min(_cursor + count, MaxMove));
                break;
            case 'D':
                MoveBack(count);
                break;
        }
    }

    /// <summary>Adds the line to what is shown, and begins the next one.</summary>
    public void Flush(StringBuilder shown)
    {
        var count = _columns.Count;
        while (count > 0 && _columns[count - 1] == Blank)
        {
            count--;
        }

        for (var i = 0; i < count; i++)
        {
            var (start, end) = _columns[i];
            if (start >= 0)
            {
                shown.Append(text, start, end - start);
            }
            else if (_columns[i] == Blank)
            {
                shown.Append(' ');
            }
        }

        _columns.Clear();
        _cursor = _blankTo = 0;
    }

    private void WriteElement(int start, int end)
    {
        var isTab = text[start] == '\t';
        var width = isTab ? TabStop - (_cursor % TabStop) : ColumnWidth.Measure(text, start);
        if (isTab && _cursor < _columns.Count)
        {
            // Where there is something, a tab only moves
            _cursor += width;
            return;
        }

        if (width == 0)
        {
            Extend(start, end);
            return;
        }

        while (_columns.Count < _cursor + width)
        {
            _columns.Add(Blank);
        }

        Erase(_cursor, _cursor + width);
        _blankTo = Math.Min(_blankTo, _cursor);
        _columns[_cursor++] = (start, end);
        for (var i = 1; i < width; i++)
        {
            _columns[_cursor++] = Rest;
        }
    }

    /// <summary>Adds a mark without width to the character that it follows.</summary>
    private void Extend(int start, int end)
    {
        var head = Head(_cursor - 1);
        if (head >= 0 && head < _columns.Count && _columns[head].End == start)
        {
            _columns[head] = (_columns[head].Start, end);
        }
    }

    private void EraseLine(int which)
    {
        if (which is 0 or 2 && _cursor < _columns.Count)
        {
            Erase(_cursor, _cursor + 1);
            _columns.RemoveRange(_cursor, _columns.Count - _cursor);
        }

        if (which is 1 or 2)
        {
            var end = Math.Min(_cursor + (which == 1 ? 1 : 0), _columns.Count);
            Erase(Math.Min(_blankTo, end), end);
            _blankTo = Math.Max(_blankTo, end);
        }
    }

    /// <summary>Blanks columns; of a character that loses one of its columns the others become blank, too.</summary>
    private void Erase(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        for (var i = Head(start); i < end || (i < _columns.Count && _columns[i] == Rest); i++)
        {
            _columns[i] = Blank;
        }
    }

    private int Head(int column)
    {
        while (column > 0 && column < _columns.Count && _columns[column] == Rest)
        {
            column--;
        }

        return column;
    }
}
