using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Text;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>The plain text of a heading, and the blocks below it up to the next heading of the same or a higher level.</summary>
public sealed record PageSection(string Title, IReadOnlyList<Block> Blocks)
{
    public IEnumerable<PageSection> Subsections => Split(Blocks, level: 3);

    public static IEnumerable<PageSection> Split(IReadOnlyList<Block> blocks, int level)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is HeadingBlock heading && heading.Level == level)
            {
                yield return new(PlainText.Read(heading.Inline), [.. blocks.Skip(i + 1).TakeWhile(b => b is not HeadingBlock next || next.Level > level)]);
            }
        }
    }
}
