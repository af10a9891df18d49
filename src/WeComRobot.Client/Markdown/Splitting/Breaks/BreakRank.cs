namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>How well a part ends at a place, best first. The first rank that has a place is used.</summary>
internal enum BreakRank
{
    /// <summary>Before a block, when the part is at least half full. A tight part has none of these.</summary>
    Block,

    /// <summary>At a line end within a paragraph, in a tight part.</summary>
    LineEnd,

    /// <summary>Before an item, a row, a line of code or a block, when the part is tight or at least half full.</summary>
    Line,

    /// <summary>Within running text, after a line, a sentence or a word, when the part is at least half full.</summary>
    Text,

    /// <summary>Before an item, a row, a line of code or a block, however short the part is.</summary>
    ShortLine,

    /// <summary>After a word, however short the part is, when the next word or span fits into a part.</summary>
    Word,

    /// <summary>Within a word or a line of code, so that no heading or table head stands alone above it.</summary>
    BelowHead,

    /// <summary>Before the last of several headings, or below them.</summary>
    Heading,

    /// <summary>Before the line that does not fit.</summary>
    LineStart,

    /// <summary>Anywhere, and the text continues bare, because what is repeated and closed leaves no room for it.</summary>
    Bare,

    /// <summary>Anywhere between two characters, even in a span that is longer than a part.</summary>
    Character,

    /// <summary>At the end of the text.</summary>
    End,
}
