namespace WeComRobot.Markdown.Writing;

/// <summary>A value in a table or list.</summary>
/// <param name="Text">The value as readers see it; empty if there is none.</param>
/// <param name="IsNumber">Whether it is a number; tables align columns of numbers to the right.</param>
internal sealed record MarkdownValue(string Text, bool IsNumber);
