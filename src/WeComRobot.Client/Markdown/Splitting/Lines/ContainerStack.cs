namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// The quotes and list items that stand open, outermost first, a byte each: a value that costs nothing to keep. What is
/// nested deeper than it holds is taken for text.
/// </summary>
internal readonly struct ContainerStack
{
    /// <summary>The most containers.</summary>
    public const int MaxDepth = 8;

    /// <summary>Narrower than any list item.</summary>
    public const int Quote = 1;

    private const int Bits = 8;

    private readonly ulong _widths;

    private ContainerStack(ulong widths, int depth)
    {
        _widths = widths;
        Depth = depth;
    }

    public int Depth { get; }

    /// <summary>How many columns a list item's lines are indented; <see cref="Quote"/> for a quote.</summary>
    public int this[int index] => (byte)(_widths >> (index * Bits));

    public ContainerStack Push(int width) => new(_widths | ((ulong)width << (Depth * Bits)), Depth + 1);

    /// <summary>The outermost ones.</summary>
    public ContainerStack Take(int depth) =>
        depth >= Depth ? this : new(_widths & ((1UL << (depth * Bits)) - 1), depth);

    /// <summary>How many of them are quotes.</summary>
    public int Quotes
    {
        get
        {
            var quotes = 0;
            for (var i = 0; i < Depth; i++)
            {
                quotes += this[i] == Quote ? 1 : 0;
            }

            return quotes;
        }
    }
}
