namespace WeComRobot.Markdown.Writing;

/// <summary>A value of a row, and the column that it belongs to.</summary>
/// <param name="Name">The column's name. Names that differ only in case are the same column, unless a row has both.</param>
/// <param name="Value">The value.</param>
internal sealed record MarkdownField(string Name, MarkdownValue Value);
