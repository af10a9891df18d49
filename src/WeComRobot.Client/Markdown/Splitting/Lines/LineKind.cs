namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>What a line of Markdown is.</summary>
internal enum LineKind : byte
{
    /// <summary>A line of white space, or a quote's line without content.</summary>
    Blank,

    /// <summary>The first line of a paragraph.</summary>
    Text,

    /// <summary>A later line of a paragraph.</summary>
    MoreText,

    /// <summary>A heading with # before it.</summary>
    Heading,

    /// <summary>The line of = or - that makes the paragraph above it a heading.</summary>
    Underline,

    /// <summary>A line of three or more -, * or _.</summary>
    ThematicBreak,

    /// <summary>The first line of fenced code.</summary>
    FenceOpen,

    /// <summary>A line of fenced code.</summary>
    Code,

    /// <summary>The last line of fenced code.</summary>
    FenceClose,

    /// <summary>A line of code that is marked by its indentation alone.</summary>
    IndentedCode,

    /// <summary>The alignment row under a table's header.</summary>
    TableRule,

    /// <summary>A row of a table under its header.</summary>
    TableRow,
}
