using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Tells colours that do not end from those that do.</summary>
internal static class UnclosedFonts
{
    /// <summary>Marks the colours that do not end.</summary>
    /// <param name="constructs">The constructs of a text, in order.</param>
    public static Construct[] Mark(IEnumerable<Construct> constructs)
    {
        var marked = constructs.ToArray();
        var open = new Stack<int>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i].Kind == ConstructKind.Font)
            {
                open.Push(i);
            }
            else if (marked[i].Kind == ConstructKind.FontEnd && open.Count > 0)
            {
                open.Pop();
            }
        }

        foreach (var i in open)
        {
            marked[i] = marked[i] with { Kind = ConstructKind.UnclosedFont };
        }

        return marked;
    }
}
