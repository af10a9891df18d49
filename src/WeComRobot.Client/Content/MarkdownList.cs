using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Content;

/// <summary>A list: each row's first value is an entry, the others stand below it with their names.</summary>
/// <param name="title">A heading above the first piece.</param>
/// <param name="columns">The columns' names.</param>
/// <param name="maxBytes">The most UTF-8 bytes of one piece.</param>
public sealed class MarkdownList(string? title, IReadOnlyList<string> columns, int maxBytes) : MarkdownRows(title, maxBytes)
{
    private protected override string Head() => "";

    private protected override string Row(IReadOnlyList<MarkdownValue> values) =>
        string.Concat(values.Select((value, i) => $"{(i == 0 ? "- " : "  - ")}{MarkdownText.Item(columns[i])}: {MarkdownText.Item(value.Text)}".TrimEnd() + "\n"));
}
