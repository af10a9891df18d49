namespace WeComRobot.Markdown.Writing;

/// <summary>One value of a table or list.</summary>
/// <param name="Text">As people shall read it; empty for nothing.</param>
/// <param name="IsNumber">Numbers stand at the right of their column.</param>
public sealed record MarkdownValue(string Text, bool IsNumber);
