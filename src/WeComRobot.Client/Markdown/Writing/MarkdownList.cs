using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Writing;

/// <summary>A list: each row's first value is an entry, the others stand below it with their names.</summary>
/// <param name="title">A heading above the first piece.</param>
/// <param name="maxBytes">The most UTF-8 bytes of one piece.</param>
public sealed class MarkdownList(string? title, int maxBytes) : MarkdownRows(title, maxBytes)
{
    private protected override string Head() => "";

    private protected override string Row(IReadOnlyList<MarkdownField> row) =>
        string.Concat(row.Select((field, i) => $"{(i == 0 ? "- " : "  - ")}{MarkdownText.Item(field.Name)}: {MarkdownText.Item(field.Value.Text)}".TrimEnd(' ') + "\n"));
}
