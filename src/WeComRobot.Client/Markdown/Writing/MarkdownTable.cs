using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Writing;

/// <summary>
/// Writes rows as a markdown_v2 table whose columns of numbers are aligned to the right (service.md#markdown-v2). A column that only a
/// later row has is added to the tables that are not complete yet, as long as the head takes at most half of a table's bytes.
/// </summary>
/// <param name="title">The heading of the first table; null for none.</param>
/// <param name="maxBytes">The most UTF-8 bytes of one table.</param>
internal sealed class MarkdownTable(string? title, int maxBytes) : MarkdownRows(title, maxBytes)
{
    private const string BlankCell = "  |";

    private readonly List<string> _columns = [];
    private readonly List<bool?> _isNumber = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _indexesIgnoringCase = new(StringComparer.OrdinalIgnoreCase);

    private protected override string WriteHead() =>
        WriteLine(_columns.Select(MarkdownEscaping.EscapeCell)) + WriteLine(_isNumber.Select(n => n == true ? "---:" : ":---"));

    private protected override string WriteRow(IReadOnlyList<MarkdownField> row)
    {
        var cells = Enumerable.Repeat("", _columns.Count).ToArray();
        foreach (var field in row)
        {
            if (FindColumn(field, row) is { } index)
            {
                cells[index] = MarkdownEscaping.EscapeCell(field.Value.Text);
            }
        }

        return WriteLine(cells);
    }

    private protected override int MeasureNewColumns(IReadOnlyList<MarkdownField> row, int earlierRows) => FindNewFields(row)
        .Sum(field => MeasureHeadCell(field) + BlankCell.Length + Utf8Size.Count(MarkdownEscaping.EscapeCell(field.Value.Text)) + (earlierRows * BlankCell.Length));

    private protected override bool AddNewColumns(IReadOnlyList<MarkdownField> row, List<string> earlierRows)
    {
        var before = _columns.Count;
        foreach (var field in FindNewFields(row))
        {
            if (before > 0 && Utf8Size.Count(WriteHead()) + MeasureHeadCell(field) > MaxBytes / 2)
            {
                LeftOut = field.Name;
                break;
            }

            _indexes[field.Name] = _columns.Count;
            _indexesIgnoringCase[field.Name] = _columns.Count;
            _columns.Add(field.Name);
            _isNumber.Add(null);
        }

        FindNumberColumns(row);
        var added = string.Concat(Enumerable.Repeat(BlankCell, _columns.Count - before));
        for (var i = 0; added.Length > 0 && i < earlierRows.Count; i++)
        {
            earlierRows[i] = earlierRows[i].TrimEnd('\n') + added + "\n";
        }

        return added.Length > 0;
    }

    /// <summary>The first non-empty value of a column decides whether it is a column of numbers.</summary>
    private void FindNumberColumns(IReadOnlyList<MarkdownField> row)
    {
        foreach (var field in row.Where(f => f.Value.Text.Length > 0))
        {
            if (FindColumn(field, row) is { } index)
            {
                _isNumber[index] ??= field.Value.IsNumber;
            }
        }
    }

    /// <summary>
    /// The index of the field's column, or null if it is new. A name that differs only in case is the same column, unless the row has both,
    /// as JSON may.
    /// </summary>
    private int? FindColumn(MarkdownField field, IReadOnlyList<MarkdownField> row) =>
        _indexes.TryGetValue(field.Name, out var index) ? index
        : _indexesIgnoringCase.TryGetValue(field.Name, out index) && row.All(other => other.Name != _columns[index]) ? index
        : null;

    private IEnumerable<MarkdownField> FindNewFields(IReadOnlyList<MarkdownField> row) => row.Where(f => LeftOut is null && FindColumn(f, row) is null);

    private static int MeasureHeadCell(MarkdownField field) => BlankCell.Length + Utf8Size.Count(MarkdownEscaping.EscapeCell(field.Name)) + " :--- |".Length;

    private static string WriteLine(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
