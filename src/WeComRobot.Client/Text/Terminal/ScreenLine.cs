using System;
using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Text.Terminal;

/// <summary>One line of a screen, column by column. What is written over something replaces it.</summary>
internal sealed class ScreenLine(string text)
{
    // No sequence moves the cursor beyond this column, whatever number it has
    private const int MaxColumn = 512;
    private const int TabStop = 8;

    private static readonly (int Start, int End) Blank = (-1, -1);

    // A further column of the character before it
    private static readonly (int Start, int End) Continuation = (-2, -2);

    // The range of the text that each column shows
    private readonly List<(int Start, int End)> _columns = [];
    private int _cursor;

    // All columns before this one are blank
    private int _blankUntil;

    /// <summary>Writes a range of the text at the cursor.</summary>
    public void Write(int start, int end)
    {
        while (start < end)
        {
            var length = Math.Min(ColumnWidth.ElementLength(text, start), end - start);
            WriteCharacter(start, start + length);
            start += length;
        }
    }

    /// <summary>Moves the cursor to the left, at most to the first column.</summary>
    public void MoveBack(int columns) => _cursor = Math.Max(0, _cursor - columns);

    /// <summary>Executes a sequence that erases or moves the cursor; any other does nothing.</summary>
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
                _cursor = Math.Min(count - 1, MaxColumn);
                break;
            case 'C':
                _cursor = Math.Max(_cursor, Math.Min(_cursor + count, MaxColumn));
                break;
            case 'D':
                MoveBack(count);
                break;
        }
    }

    /// <summary>Appends the line to the output, and begins the next one.</summary>
    public void Flush(StringBuilder output)
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
                output.Append(text, start, end - start);
            }
            else if (_columns[i] == Blank)
            {
                output.Append(' ');
            }
        }

        _columns.Clear();
        _cursor = _blankUntil = 0;
    }

    private void WriteCharacter(int start, int end)
    {
        var isTab = text[start] == '\t';
        var width = isTab ? TabStop - (_cursor % TabStop) : ColumnWidth.Measure(text, start);
        if (isTab && _cursor < _columns.Count)
        {
            // Within the line, a tab moves the cursor and erases nothing
            _cursor += width;
            return;
        }

        if (width == 0)
        {
            AppendMark(start, end);
            return;
        }

        while (_columns.Count < _cursor + width)
        {
            _columns.Add(Blank);
        }

        Erase(_cursor, _cursor + width);
        _blankUntil = Math.Min(_blankUntil, _cursor);
        _columns[_cursor++] = (start, end);
        for (var i = 1; i < width; i++)
        {
            _columns[_cursor++] = Continuation;
        }
    }

    /// <summary>Adds a mark without width to the character before it.</summary>
    private void AppendMark(int start, int end)
    {
        var first = FindFirstColumn(_cursor - 1);
        if (first >= 0 && first < _columns.Count && _columns[first].End == start)
        {
            _columns[first] = (_columns[first].Start, end);
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
            Erase(Math.Min(_blankUntil, end), end);
            _blankUntil = Math.Max(_blankUntil, end);
        }
    }

    /// <summary>Blanks the columns from start to end, and with them every column of a character that loses one.</summary>
    private void Erase(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        for (var i = FindFirstColumn(start); i < end || (i < _columns.Count && _columns[i] == Continuation); i++)
        {
            _columns[i] = Blank;
        }
    }

    /// <summary>The first column of the character that a column belongs to.</summary>
    private int FindFirstColumn(int column)
    {
        while (column > 0 && column < _columns.Count && _columns[column] == Continuation)
        {
            column--;
        }

        return column;
    }
}
