using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>A place where a part may end and the next begin.</summary>
/// <param name="rank">How well the part ends there.</param>
/// <param name="end">Where the part's text ends.</param>
/// <param name="next">Where the next part's text begins.</param>
/// <param name="state">What is open there.</param>
internal readonly struct BreakPoint(BreakRank rank, int end, int next, in BlockState state)
{
    /// <summary>What is open there.</summary>
    public readonly BlockState State = state;

    /// <summary>How well the part ends there.</summary>
    public BreakRank Rank { get; } = rank;

    /// <summary>Where the part's text ends.</summary>
    public int End { get; } = end;

    /// <summary>Where the next part's text begins.</summary>
    public int Next { get; } = next;

    /// <summary>The place before a line.</summary>
    public static BreakPoint Before(in MarkdownLine line, BreakRank rank) => new(rank, line.Before.LastEnd, line.Start, line.Before);
}
