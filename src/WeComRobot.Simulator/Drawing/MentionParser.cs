using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Reads <c>&lt;@userid&gt;</c>.</summary>
internal sealed partial class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var match = Mark().Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success)
        {
            return false;
        }

        processor.Inline = new Mention { UserId = match.Groups[1].Value };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"\G<@([^<>\s]+)>")]
    private static partial Regex Mark();
}

/// <summary>A mention of a member, or of everybody.</summary>
internal sealed class Mention : LeafInline
{
    public required string UserId { get; init; }
}
