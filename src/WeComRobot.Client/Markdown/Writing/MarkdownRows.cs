using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Markdown.Writing;

/// <summary>
/// Collects rows into Markdown of at most one message's size: holds no more than that, and repeats the head in each piece.
/// </summary>
public abstract class MarkdownRows
{
    private readonly string _title;
    private readonly List<string> _held = [];
    private int _heldBytes;
    private bool _titleWritten;

    private protected MarkdownRows(string? title, int maxBytes)
    {
        MaxBytes = maxBytes;
        _title = string.IsNullOrEmpty(title) ? "" : $"# {MarkdownText.Item(title!)}\n\n";
    }

    /// <summary>The first column that came too late for a place in the head, or null.</summary>
    public string? LeftOut { get; private protected set; }

    private protected int MaxBytes { get; }

    /// <summary>Adds a row; gives the Markdown that is complete because the row does not fit into it any more, else null.</summary>
    public string? Add(IReadOnlyList<MarkdownField> row)
    {
        var text = Row(row);
        var bytes = Size(text) + Growth(row, _held.Count);
        var full = _held.Count > 0 && HeadBytes + _heldBytes + bytes > MaxBytes ? Finish() : null;
        if (Learn(row, _held))
        {
            text = Row(row);
            _heldBytes = _held.Sum(Size);
        }

        _held.Add(text);
        _heldBytes += Size(text);
        return full;
    }

    /// <summary>The Markdown of the rows that are left; null where there are none.</summary>
    public string? Finish()
    {
        if (_held.Count == 0)
        {
            return null;
        }

        var markdown = (_titleWritten ? "" : _title) + Head() + string.Concat(_held).TrimEnd('\n');
        _titleWritten = true;
        _held.Clear();
        _heldBytes = 0;
        return markdown;
    }

    private protected abstract string Head();

    private protected abstract string Row(IReadOnlyList<MarkdownField> row);

    /// <summary>How many bytes the new columns of a row add to the head, to the row and to the rows before it.</summary>
    private protected virtual int Growth(IReadOnlyList<MarkdownField> row, int heldRows) => 0;

    /// <summary>Adds the new columns of a row to the head. Returns whether the rows before had to grow.</summary>
    private protected virtual bool Learn(IReadOnlyList<MarkdownField> row, List<string> held) => false;

    private protected static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    private int HeadBytes => Size((_titleWritten ? "" : _title) + Head());
}
