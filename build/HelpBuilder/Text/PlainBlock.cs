using System;
using System.Collections.Generic;
using System.Linq;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>What Get-Help can show of a block of Markdown: lines of plain text.</summary>
internal static class PlainBlock
{
    /// <param name="block">A block of a page.</param>
    /// <param name="width">Breaks text and lists at so many columns; without it, a paragraph or an item is one line.</param>
    public static IEnumerable<string> Lines(Block block, int width = int.MaxValue) => block switch
    {
        CodeBlock code => code.Lines.ToString().Split('\n'),
        HeadingBlock heading => [PlainText.Read(heading.Inline)],
        ParagraphBlock paragraph => Columns.Wrap(PlainText.Read(paragraph.Inline), width),
        Table table => PlainTable.Lines(table, width),
        ListBlock list => list.Cast<ListItemBlock>().SelectMany(item => ItemLines(item, Mark(list, item), width)),
        _ => throw new NotSupportedException($"Help cannot show {block.GetType().Name}."),
    };

    private static IEnumerable<string> ItemLines(ListItemBlock item, string mark, int width)
    {
        var hang = new string(' ', mark.Length);
        var lines = item.SelectMany(block => Lines(block, width == int.MaxValue ? width : width - mark.Length));
        return lines.Select((line, i) => (i == 0 ? mark : hang) + line);
    }

    private static string Mark(ListBlock list, ListItemBlock item) => list.IsOrdered ? $"{item.Order}. " : $"{list.BulletType} ";
}
