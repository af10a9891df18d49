namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>What the lines read so far have left open: all that the next line's meaning depends on.</summary>
internal struct BlockState
{
    /// <summary>The open quotes and list items.</summary>
    public ContainerStack Containers;

    /// <summary>How many of them, outermost first, were opened before the current part.</summary>
    public int Inherited;

    /// <summary>The last line's kind; within an open block, every line of it has the block's.</summary>
    public LineKind Last;

    /// <summary>Whether blank lines follow the last line.</summary>
    public bool AfterBlank;

    /// <summary>Whether the text goes on within a line that was cut.</summary>
    public bool IsMidLine;

    /// <summary>Where the last line's content starts and ends: the header, where a table begins.</summary>
    public int LastStart;

    /// <inheritdoc cref="LastStart"/>
    public int LastEnd;

    /// <summary>The open fence or table.</summary>
    public OpenBlock? Block;

    public readonly bool InParagraph => !AfterBlank && Last is LineKind.Text or LineKind.MoreText;
    public readonly bool InFence => Block is Fence;
    public readonly bool InTable => Block is Table;
}
