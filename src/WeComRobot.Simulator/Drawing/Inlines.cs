using System.Collections.Generic;
using Markdig.Syntax.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Walks the inlines of a container.</summary>
internal static class Inlines
{
    /// <summary>
    /// The children in the order of the text. Markdig puts what follows an unclosed mark into that mark, so thousands of such marks are as
    /// many levels deep: too deep for a recursion.
    /// </summary>
    public static IEnumerable<Inline> Flatten(ContainerInline? container)
    {
        var next = new Stack<Inline>();
        Push(next, container?.FirstChild);
        while (next.TryPop(out var inline))
        {
            Push(next, inline.NextSibling);
            Push(next, (inline as DelimiterInline)?.FirstChild);
            yield return inline;
        }
    }

    private static void Push(Stack<Inline> next, Inline? inline)
    {
        if (inline is not null)
        {
            next.Push(inline);
        }
    }
}
