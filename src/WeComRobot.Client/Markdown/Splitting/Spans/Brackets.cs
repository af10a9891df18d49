using System.Collections.Generic;

namespace WeComRobot.Markdown.Splitting.Spans;

/// <summary>Tells which bracket closes which, in one paragraph. Escaped brackets do not count.</summary>
internal sealed class Brackets(string text)
{
    private readonly Stack<int> _square = new();
    private readonly Stack<int> _round = new();
    private int[] _ends = [];
    private int _start;
    private int _end;
    private bool _isRead;

    /// <summary>Begins a paragraph.</summary>
    public void Begin(int start, int end)
    {
        (_start, _end) = (start, end);
        _isRead = false;
    }

    /// <summary>The index after the bracket that closes the one at an index; -1 when none does.</summary>
    public int FindEnd(int open)
    {
        if (!_isRead)
        {
            Read();
        }

        return _ends[open - _start];
    }

    private void Read()
    {
        _isRead = true;
        var length = _end - _start;
        _ends = _ends.Length < length ? new int[length] : _ends;
        _square.Clear();
        _round.Clear();
        for (var i = _start; i < _end; i++)
        {
            _ends[i - _start] = -1;
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    _square.Push(i);
                    break;
                case '(':
                    _round.Push(i);
                    break;
                case ']':
                    Close(_square, i);
                    break;
                case ')':
                    Close(_round, i);
                    break;
            }
        }
    }

    private void Close(Stack<int> open, int index)
    {
        if (open.Count > 0)
        {
            _ends[open.Pop() - _start] = index + 1;
        }
    }
}
