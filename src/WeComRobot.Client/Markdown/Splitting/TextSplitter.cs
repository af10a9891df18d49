using System.Collections.Generic;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting;

/// <summary>
/// Splits plain text into parts that each fit: at a paragraph, else a line, a sentence, a word, a character as people see it.
/// </summary>
public static class TextSplitter
{
    /// <summary>The parts, in order; together they are the text, blanks and line ends at the breaks aside.</summary>
    /// <param name="text">The text; lone surrogates become U+FFFD.</param>
    /// <param name="maxBytes">The most UTF-8 bytes of a part, 64 or more.</param>
    public static IReadOnlyList<string> Split(string text, int maxBytes) => SplitText.All(text, maxBytes, whole => new TextPartReader(whole));
}
