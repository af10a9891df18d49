using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Rules, also the dashes right below a text, which Markdig leaves in the paragraph because they could underline a heading.</summary>
internal sealed partial class DividerParser : ThematicBreakParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !Dashes().IsMatch(processor.Line.ToString()))
        {
            return base.TryOpen(processor);
        }

        processor.NewBlocks.Push(new ThematicBreakBlock(this) { Column = processor.Column });
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(@"^-{3,}[ \t]*$")]
    private static partial Regex Dashes();
}
