namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// One line, interpreted in the context of the lines before it. The reader fills it in place, because a part has many lines and copying
/// one takes as long as reading most of them; all other code uses a readonly reference.
/// </summary>
internal struct MarkdownLine
{
    /// <summary>What was open before it. What is open after it is in the next line's.</summary>
    public BlockState Before;

    /// <summary>The index of its first character.</summary>
    public int Start;

    /// <summary>The index where its quote marks, list indentation and list marker end.</summary>
    public int ContentStart;

    /// <summary>The index where its text ends, before blanks and the line end.</summary>
    public int End;

    /// <summary>The index where the next line starts.</summary>
    public int Next;

    /// <summary>What it is.</summary>
    public LineKind Kind;

    /// <summary>Whether a list item begins on it.</summary>
    public bool StartsItem;

    /// <summary>How many of the open containers, outermost first, have their mark or indentation on it.</summary>
    public byte Matched;

    /// <summary>Whether it means nothing without the line above it.</summary>
    public readonly bool NeedsLineAbove => Kind is LineKind.Underline or LineKind.TableRule;

    /// <summary>Whether a part may begin with it. A part that ended in a fence's first line would hold nothing of the code.</summary>
    public readonly bool CanBeginPart =>
        Kind != LineKind.MoreText && !NeedsLineAbove && !(Kind == LineKind.Code && Before.Last == LineKind.FenceOpen);

    /// <summary>The last index at which it can be cut: an underline stays whole, with some of its text.</summary>
    public readonly int LastCut => NeedsLineAbove ? Start - 2 : End;
}
