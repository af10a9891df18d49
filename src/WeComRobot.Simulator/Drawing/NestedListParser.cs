using System;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Lists, whose bullets are a level deeper if they are one blank further in (service.md#markdown-v2). Markdig wants them below the text of the item.</summary>
internal sealed class NestedListParser : ListBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is not ListItemBlock item || !IsBullet(processor) || processor.Column <= item.Column)
        {
            return base.TryContinue(processor, block);
        }

        var width = item.ColumnWidth;
        item.ColumnWidth = Math.Min(Math.Abs(width), processor.Indent);
        var state = base.TryContinue(processor, block);
        item.ColumnWidth = width;
        return state;
    }

    private static bool IsBullet(BlockProcessor processor) => processor.CurrentChar is '-' or '*' or '+' && processor.PeekChar(1) is ' ' or '\t';
}
