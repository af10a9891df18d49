using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Content;

/// <summary>A markdown_v2 table; columns of numbers are aligned to the right (group-robot-api.md, markdown_v2类型, 表格).</summary>
/// <param name="title">A heading above the first piece.</param>
/// <param name="columns">The columns' names.</param>
/// <param name="maxBytes">The most UTF-8 bytes of one piece.</param>
public sealed class MarkdownTable(string? title, IReadOnlyList<string> columns, int maxBytes) : MarkdownRows(title, maxBytes)
{
    private readonly bool?[] _isNumber = new bool?[columns.Count];

    private protected override string Head() =>
        Line(columns.Select(MarkdownText.Cell)) + Line(_isNumber.Select(n => n == true ? "---:" : ":---"));

    private protected override string Row(IReadOnlyList<MarkdownValue> values) => Line(values.Select(v => MarkdownText.Cell(v.Text)));

    /// <summary>The first value that is not blank decides for its column.</summary>
    private protected override void Learn(IReadOnlyList<MarkdownValue> values)
    {
        for (var i = 0; i < _isNumber.Length; i++)
        {
            _isNumber[i] ??= values[i].Text.Length == 0 ? null : values[i].IsNumber;
        }
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
