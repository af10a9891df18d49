namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// The quotes and list items that are open, outermost first. Each takes one byte, so that the stack is a value. Deeper nesting than it
/// can hold is treated as text.
/// </summary>
internal readonly struct ContainerStack
{
    /// <summary>The most containers that it holds.</summary>
    public const int MaxDepth = 8;

    /// <summary>Stands for a quote: no list item is so narrow.</summary>
    public const int Quote = 1;

    private const int Bits = 8;

    private readonly ulong _widths;

    private ContainerStack(ulong widths, int depth)
    {
        _widths = widths;
        Depth = depth;
    }

    /// <summary>How many containers are open.</summary>
    public int Depth { get; }

    /// <summary>How many columns a list item's lines are indented; <see cref="Quote"/> for a quote.</summary>
    public int this[int index] => (byte)(_widths >> (index * Bits));

    /// <summary>The stack with one more container.</summary>
    public ContainerStack Push(int width) => new(_widths | ((ulong)width << (Depth * Bits)), Depth + 1);

    /// <summary>The outermost containers, at most the given number.</summary>
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
