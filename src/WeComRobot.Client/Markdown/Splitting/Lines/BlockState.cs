namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>What the lines read so far have left open: all that the next line's meaning depends on.</summary>
internal struct BlockState
{
    /// <summary>The open quotes and list items.</summary>
    public ContainerStack Containers;

    /// <summary>The fence, table or long heading that is open; null when none is.</summary>
    public OpenBlock? Block;

    /// <summary>Where the content of the last line starts. Under a paragraph, that line may be a table's header.</summary>
    public int LastStart;

    /// <summary>Where the text of the last line ends.</summary>
    public int LastEnd;

    /// <summary>The kind of the last line that is not blank.</summary>
    public LineKind Last;

    /// <summary>How many of the containers, outermost first, were opened before the current part.</summary>
    public byte Inherited;

    /// <summary>Whether blank lines follow the last line.</summary>
    public bool AfterBlank;

    /// <summary>Whether the text continues within a line that was cut.</summary>
    public bool IsMidLine;

    /// <summary>Whether the next line may continue a paragraph.</summary>
    public readonly bool InParagraph => !AfterBlank && Last is LineKind.Text or LineKind.MoreText;

    /// <summary>Whether fenced code is open.</summary>
    public readonly bool InFence => Block is Fence;

    /// <summary>Whether a table is open.</summary>
    public readonly bool InTable => Block is Table;

    /// <summary>Closes all containers but the outermost ones.</summary>
    public void KeepContainers(int depth)
    {
        Containers = Containers.Take(depth);
        Inherited = Inherited > depth ? (byte)depth : Inherited;
    }
}
