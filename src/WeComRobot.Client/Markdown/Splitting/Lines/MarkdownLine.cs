namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>What a line of Markdown is.</summary>
internal enum LineKind
{
    Blank,

    /// <summary>The first line of a paragraph.</summary>
    Text,

    /// <summary>A later line of a paragraph.</summary>
    MoreText,

    Heading,

    /// <summary>Under a paragraph, which it makes a heading.</summary>
    Underline,

    ThematicBreak,

    FenceOpen,

    /// <summary>Within a fence.</summary>
    Code,

    FenceClose,

    IndentedCode,

    /// <summary>The alignment row under a table's header.</summary>
    TableRule,

    TableRow,
}

/// <summary>One line, as the lines before it let it be understood.</summary>
internal struct MarkdownLine
{
    /// <summary>Its first character.</summary>
    public int Start;

    /// <summary>Where its quote marks, list indentation and list marker end.</summary>
    public int ContentStart;

    /// <summary>Where its text ends, before blanks and line end.</summary>
    public int End;

    /// <summary>Where the next line starts.</summary>
    public int Next;

    public LineKind Kind;

    /// <summary>Whether a list item begins on it.</summary>
    public bool StartsItem;

    /// <summary>Whether a part may begin with it: nothing is gained where only a fence's first line would be left behind.</summary>
    /// <param name="last">What the line above it is.</param>
    public readonly bool CanBeginPart(LineKind last) =>
        Kind != LineKind.MoreText && !GoesWithLineAbove && !(Kind == LineKind.Code && last == LineKind.FenceOpen);

    /// <summary>Whether it is nothing without the line above it.</summary>
    public readonly bool GoesWithLineAbove => Kind is LineKind.Underline or LineKind.TableRule;

    /// <summary>The last index at which it can be cut: an underline stays whole, and some of its text with it.</summary>
    public readonly int LastCut => GoesWithLineAbove ? Start - 2 : End;
}
