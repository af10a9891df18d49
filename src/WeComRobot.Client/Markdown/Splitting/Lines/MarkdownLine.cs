namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>One line, as the lines before it let it be understood. It is 64 bytes long, for a part has many of them.</summary>
/// <param name="start">The index of its first character.</param>
/// <param name="contentStart">The index where its quote marks, list indentation and list marker end.</param>
/// <param name="end">The index where its text ends, before blanks and the line end.</param>
/// <param name="next">The index where the next line starts.</param>
/// <param name="kind">What the line is.</param>
/// <param name="startsItem">Whether a list item begins on it.</param>
/// <param name="matched">How many of the open containers, outermost first, have their mark or indentation on it.</param>
/// <param name="before">What was open before it.</param>
internal readonly struct MarkdownLine(int start, int contentStart, int end, int next, LineKind kind, bool startsItem, int matched, in BlockState before)
{
    /// <summary>What was open before the line; what is open after it is before the next.</summary>
    public readonly BlockState Before = before;

    /// <summary>The index of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>The index where its quote marks, list indentation and list marker end.</summary>
    public int ContentStart { get; } = contentStart;

    /// <summary>The index where its text ends, before blanks and the line end.</summary>
    public int End { get; } = end;

    /// <summary>The index where the next line starts.</summary>
    public int Next { get; } = next;

    /// <summary>What the line is.</summary>
    public LineKind Kind { get; } = kind;

    /// <summary>Whether a list item begins on it.</summary>
    public bool StartsItem { get; } = startsItem;

    /// <summary>How many of the open containers, outermost first, have their mark or indentation on it.</summary>
    public byte Matched { get; } = (byte)matched;

    /// <summary>Whether it means nothing without the line above it.</summary>
    public bool NeedsLineAbove => Kind is LineKind.Underline or LineKind.TableRule;

    /// <summary>Whether a part may begin with it. A part that ended in a fence's first line would hold nothing of the code.</summary>
    public bool CanBeginPart =>
        Kind != LineKind.MoreText && !NeedsLineAbove && !(Kind == LineKind.Code && Before.Last == LineKind.FenceOpen);

    /// <summary>The last index at which it can be cut: an underline stays whole, with some of its text.</summary>
    public int LastCut => NeedsLineAbove ? Start - 2 : End;
}
