namespace WeComRobot.Content;

/// <summary>One value of a row, and the column it belongs to.</summary>
/// <param name="Name">The column's name; case does not tell columns apart.</param>
/// <param name="Value">The value.</param>
public sealed record MarkdownField(string Name, MarkdownValue Value);
