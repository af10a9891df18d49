using System.Collections.Generic;

namespace WeComRobot.Content.Splitting;

/// <summary>Splits plain text.</summary>
public static class TextSplitter
{
    /// <summary>The parts.</summary>
    public static IReadOnlyList<string> Split(string text, int maxBytes) => [text];
}
