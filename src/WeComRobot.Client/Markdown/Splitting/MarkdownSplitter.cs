using System.Collections.Generic;

namespace WeComRobot.Markdown.Splitting;

/// <summary>
/// Splits Markdown into parts that each fit and each read as their place in the whole: fences are closed and opened again,
/// a table's head is repeated, quotes keep their mark, no heading stands alone at an end, no inline span is cut.
/// </summary>
public static class MarkdownSplitter
{
    /// <summary>
    /// The parts, in order; together they are the Markdown, what is repeated, blanks and line ends at the breaks, and the
    /// indentation under list items of earlier parts aside.
    /// </summary>
    /// <param name="markdown">The Markdown; lone surrogates become U+FFFD.</param>
    /// <param name="maxBytes">The most UTF-8 bytes of a part, 64 or more.</param>
    public static IReadOnlyList<string> Split(string markdown, int maxBytes) => SplitText.All(markdown, maxBytes, whole => new MarkdownPartReader(whole));
}
