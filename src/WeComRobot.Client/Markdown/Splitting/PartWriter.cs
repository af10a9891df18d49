using WeComRobot.Markdown.Splitting.Breaks;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting;

/// <summary>The third pass: takes the best place for a part to end, and writes the part.</summary>
internal sealed class PartWriter(string text, PartLines lines, BreakCandidates candidates)
{
    /// <summary>The best place where the part may end.</summary>
    public BreakPoint FindBest()
    {
        if (lines.ReachesEnd)
        {
            return new(BreakRank.End, lines.After.LastEnd, text.Length, lines.After);
        }

        if (lines.IsRowAsText && lines.Count > 1)
        {
            return BreakPoint.Before(lines.Last, BreakRank.Line);
        }

        candidates.Begin();
        for (var rank = BreakRank.Block; ; rank++)
        {
            if (candidates.Find(rank) is { } best)
            {
                return best;
            }
        }
    }

    /// <summary>The part that ends at a place.</summary>
    public Part Write(in BreakPoint point)
    {
        var budget = lines.Budget;
        if (point.Rank == BreakRank.Bare)
        {
            budget.SetHead("");
            budget.Changes.Clear();
        }

        var end = TextBlanks.TrimEnd(text, lines.Start, point.End);
        var closing = PartFrame.GetClosing(point.State, budget.MaxBytes);
        return new(budget.Changes.Apply(budget.Head, lines.Start, end, closing), closing.Length, point.Next, isBlank: end <= FindContent());
    }

    /// <summary>The first character that is neither a quote mark nor white space.</summary>
    private int FindContent()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var line = ref lines[i];
            for (var index = line.StartsItem ? line.Start : line.ContentStart; index < line.End; index++)
            {
                if (!char.IsWhiteSpace(text[index]))
                {
                    return index;
                }
            }
        }

        return text.Length;
    }
}
