using System.Collections.Generic;
using System.Linq;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Writing;

/// <summary>
/// Writes rows as one or more Markdown texts, each of at most one message's size and each with the head. It holds no more rows than those
/// of one text.
/// </summary>
internal abstract class MarkdownRows
{
    private readonly string _title;
    private readonly List<string> _rows = [];
    private int _rowBytes;
    private bool _isTitleWritten;

    private protected MarkdownRows(string? title, int maxBytes)
    {
        MaxBytes = maxBytes;
        _title = string.IsNullOrEmpty(title) ? "" : $"# {MarkdownEscaping.EscapeLine(title!)}\n\n";
    }

    /// <summary>The first column that was left out because the head had no room for it; null if there is none.</summary>
    public string? LeftOut { get; private protected set; }

    private protected int MaxBytes { get; }

    /// <summary>
    /// Adds a row. If it does not fit into the current text, returns that text and begins another with the row; otherwise returns null.
    /// </summary>
    public string? Add(IReadOnlyList<MarkdownField> row)
    {
        var text = WriteRow(row);
        var bytes = Utf8Size.Count(text) + MeasureNewColumns(row, _rows.Count);
        var full = _rows.Count > 0 && HeadBytes + _rowBytes + bytes > MaxBytes ? Finish() : null;
        if (AddNewColumns(row, _rows))
        {
            text = WriteRow(row);
            _rowBytes = _rows.Sum(Utf8Size.Count);
        }

        _rows.Add(text);
        _rowBytes += Utf8Size.Count(text);
        return full;
    }

    /// <summary>Returns the text of the rows that are left; null if there are none.</summary>
    public string? Finish()
    {
        if (_rows.Count == 0)
        {
            return null;
        }

        var markdown = (_isTitleWritten ? "" : _title) + WriteHead() + string.Concat(_rows).TrimEnd('\n');
        _isTitleWritten = true;
        _rows.Clear();
        _rowBytes = 0;
        return markdown;
    }

    private protected abstract string WriteHead();

    private protected abstract string WriteRow(IReadOnlyList<MarkdownField> row);

    /// <summary>The UTF-8 bytes that the new columns of a row add to the head, to the row and to the rows before it.</summary>
    private protected virtual int MeasureNewColumns(IReadOnlyList<MarkdownField> row, int earlierRows) => 0;

    /// <summary>Adds the new columns of a row to the head. Returns whether the rows before it were extended.</summary>
    private protected virtual bool AddNewColumns(IReadOnlyList<MarkdownField> row, List<string> earlierRows) => false;


    private int HeadBytes => Utf8Size.Count((_isTitleWritten ? "" : _title) + WriteHead());
}
