using System;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Links and pictures whose address follows their text, and where in the source that text is.</summary>
internal sealed class LinkParser : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Thousands of brackets that begin no link would take Markdig long
        if (slice.CurrentChar != ']' && slice.AsSpan().IndexOf("](", StringComparison.Ordinal) < 0)
        {
            return false;
        }

        var position = processor.GetSourcePosition(slice.Start);
        var matches = base.Match(processor, ref slice);
        if (matches && processor.Inline is LinkInline link)
        {
            link.LabelSpan = new SourceSpan(link.Span.Start + (link.IsImage ? 2 : 1), position - 1);
        }

        return matches;
    }
}
