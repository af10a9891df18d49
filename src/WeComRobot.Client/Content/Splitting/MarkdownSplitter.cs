using System.Collections.Generic;

namespace WeComRobot.Content.Splitting;

/// <summary>Splits Markdown.</summary>
public static class MarkdownSplitter
{
    /// <summary>The parts.</summary>
    public static IReadOnlyList<string> Split(string markdown, int maxBytes) => [markdown];
}
