using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>A place in Markdown where a part may end and the next begin, and what is open there.</summary>
internal struct BreakPoint(int at, BlockState state)
{
    public int At = at;
    public BlockState State = state;
}
