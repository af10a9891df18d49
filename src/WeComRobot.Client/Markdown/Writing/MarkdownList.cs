using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Writing;

/// <summary>Writes rows as a list: a row's first value is an entry, and the others are below it, each with its name.</summary>
/// <param name="title">The heading of the first list; null for none.</param>
/// <param name="maxBytes">The most UTF-8 bytes of one list.</param>
internal sealed class MarkdownList(string? title, int maxBytes) : MarkdownRows(title, maxBytes)
{
    private protected override string WriteHead() => "";

    private protected override string WriteRow(IReadOnlyList<MarkdownField> row) =>
        string.Concat(row.Select((field, i) => $"{(i == 0 ? "- " : "  - ")}{MarkdownEscaping.EscapeLine(field.Name)}: {MarkdownEscaping.EscapeLine(field.Value.Text)}".TrimEnd(' ') + "\n"));
}
