using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Content;

/// <summary>
/// Collects rows into Markdown of at most one message's size: holds no more than that, and repeats the head in each piece.
/// </summary>
public abstract class MarkdownRows
{
    private readonly int _maxBytes;
    private readonly StringBuilder _rows = new();
    private readonly string _title;
    private int _rowBytes;
    private bool _titleWritten;

    private protected MarkdownRows(string? title, int maxBytes)
    {
        _maxBytes = maxBytes;
        _title = string.IsNullOrEmpty(title) ? "" : $"# {MarkdownText.Item(title!)}\n\n";
    }

    /// <summary>Adds a row; gives the Markdown that is complete because the row does not fit into it any more, else null.</summary>
    public string? Add(IReadOnlyList<MarkdownValue> values)
    {
        var row = Row(values);
        var bytes = Encoding.UTF8.GetByteCount(row);
        var full = _rows.Length > 0 && HeadBytes + _rowBytes + bytes > _maxBytes ? Finish() : null;
        Learn(values);
        _rows.Append(row);
        _rowBytes += bytes;
        return full;
    }

    /// <summary>The Markdown of the rows that are left; null where there are none.</summary>
    public string? Finish()
    {
        if (_rows.Length == 0)
        {
            return null;
        }

        var markdown = (_titleWritten ? "" : _title) + Head() + _rows.ToString().TrimEnd('\n');
        _titleWritten = true;
        _rows.Clear();
        _rowBytes = 0;
        return markdown;
    }

    private protected abstract string Head();

    private protected abstract string Row(IReadOnlyList<MarkdownValue> values);

    /// <summary>What the head depends on.</summary>
    private protected virtual void Learn(IReadOnlyList<MarkdownValue> values)
    {
    }

    private int HeadBytes => Encoding.UTF8.GetByteCount((_titleWritten ? "" : _title) + Head());
}
