using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Writing;

/// <summary>
/// A markdown_v2 table; columns of numbers are aligned to the right (group-robot-api.md, markdown_v2类型, 表格). A property that
/// only a later row has becomes a column of the pieces not yet given, as long as the head leaves half of a piece to the rows.
/// </summary>
/// <param name="title">A heading above the first piece.</param>
/// <param name="maxBytes">The most UTF-8 bytes of one piece.</param>
public sealed class MarkdownTable(string? title, int maxBytes) : MarkdownRows(title, maxBytes)
{
    private const string BlankCell = "  |";

    private readonly List<string> _columns = [];
    private readonly List<bool?> _isNumber = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _placesInAnyCase = new(StringComparer.OrdinalIgnoreCase);

    private protected override string Head() =>
        Line(_columns.Select(MarkdownText.Cell)) + Line(_isNumber.Select(n => n == true ? "---:" : ":---"));

    private protected override string Row(IReadOnlyList<MarkdownField> row)
    {
        var cells = Enumerable.Repeat("", _columns.Count).ToArray();
        foreach (var field in row)
        {
            if (PlaceOf(field, row) is { } place)
            {
                cells[place] = MarkdownText.Cell(field.Value.Text);
            }
        }

        return Line(cells);
    }

    private protected override int Growth(IReadOnlyList<MarkdownField> row, int heldRows) => NewOf(row)
        .Sum(field => HeadGrowth(field) + BlankCell.Length + Size(MarkdownText.Cell(field.Value.Text)) + (heldRows * BlankCell.Length));

    private protected override bool Learn(IReadOnlyList<MarkdownField> row, List<string> held)
    {
        var before = _columns.Count;
        foreach (var field in NewOf(row))
        {
            if (before > 0 && Size(Head()) + HeadGrowth(field) > MaxBytes / 2)
            {
                LeftOut = field.Name;
                break;
            }

            _places[field.Name] = _columns.Count;
            _placesInAnyCase[field.Name] = _columns.Count;
            _columns.Add(field.Name);
            _isNumber.Add(null);
        }

        LearnNumbers(row);
        var added = string.Concat(Enumerable.Repeat(BlankCell, _columns.Count - before));
        for (var i = 0; added.Length > 0 && i < held.Count; i++)
        {
            held[i] = held[i].TrimEnd('\n') + added + "\n";
        }

        return added.Length > 0;
    }

    /// <summary>The first value that is not blank decides for its column.</summary>
    private void LearnNumbers(IReadOnlyList<MarkdownField> row)
    {
        foreach (var field in row.Where(f => f.Value.Text.Length > 0))
        {
            if (PlaceOf(field, row) is { } place)
            {
                _isNumber[place] ??= field.Value.IsNumber;
            }
        }
    }

    /// <summary>The column of the field, also one whose name differs only in case, unless the row has both, as JSON may.</summary>
    private int? PlaceOf(MarkdownField field, IReadOnlyList<MarkdownField> row) =>
        _places.TryGetValue(field.Name, out var place) ? place
        : _placesInAnyCase.TryGetValue(field.Name, out place) && row.All(other => other.Name != _columns[place]) ? place
        : null;

    private IEnumerable<MarkdownField> NewOf(IReadOnlyList<MarkdownField> row) => row.Where(f => LeftOut is null && PlaceOf(f, row) is null);

    private static int HeadGrowth(MarkdownField field) => BlankCell.Length + Size(MarkdownText.Cell(field.Name)) + " :--- |".Length;

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
