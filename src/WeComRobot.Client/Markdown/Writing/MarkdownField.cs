namespace WeComRobot.Markdown.Writing;

/// <summary>One value of a row, and the column it belongs to.</summary>
/// <param name="Name">The column's name; in another case it is the same column, unless a row has both.</param>
/// <param name="Value">The value.</param>
public sealed record MarkdownField(string Name, MarkdownValue Value);
