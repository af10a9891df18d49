using System.Collections.Generic;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Reads <c>&lt;font color="…"&gt;</c> and its end, which may be on another line.</summary>
internal sealed partial class FontParser : InlineParser
{
    public FontParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var match = Tag().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success)
        {
            return false;
        }

        var color = match.Groups["color"];
        var tag = new FontTag
        {
            Source = match.Value,
            IsEnd = match.Value[1] == '/',
            Color = color.Success ? color.Value : null,
        };
        Pair(OpenTags(processor.Document), tag);
        processor.Inline = tag;
        slice.Start += match.Length;
        return true;
    }

    private static void Pair(Stack<FontTag> open, FontTag tag)
    {
        if (!tag.IsEnd)
        {
            open.Push(tag);
        }
        else if (open.TryPop(out var begin))
        {
            begin.PairWith(tag);
        }
    }

    // The lines of a message are read one by one, and share a document
    private static Stack<FontTag> OpenTags(MarkdownDocument document)
    {
        if (document.GetData(typeof(FontParser)) is not Stack<FontTag> tags)
        {
            document.SetData(typeof(FontParser), tags = []);
        }

        return tags;
    }

    [GeneratedRegex("""\G(?:<font\s+color\s*=\s*(?<quote>["']?)(?<color>info|comment|warning)\k<quote>\s*>|<font\b[^<>]*>|</font>)""")]
    private static partial Regex Tag();
}
