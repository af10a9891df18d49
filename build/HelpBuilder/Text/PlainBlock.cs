using System;
using System.Collections.Generic;
using System.Linq;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>Renders a Markdown block as lines of plain text, which is all that Get-Help can show.</summary>
internal static class PlainBlock
{
    /// <param name="block">A block of a page.</param>
    /// <param name="width">The number of columns at which paragraphs and list items wrap. By default each is one line.</param>
    public static IEnumerable<string> ToLines(Block block, int width = int.MaxValue) => block switch
    {
        CodeBlock code => code.Lines.ToString().Split('\n'),
        HeadingBlock heading => [PlainText.Read(heading.Inline)],
        ParagraphBlock paragraph => Columns.Wrap(PlainText.Read(paragraph.Inline), width),
        Table table => PlainTable.ToLines(table, width),
        ListBlock list => list.Cast<ListItemBlock>().SelectMany(item => ItemToLines(item, Marker(list, item), width)),
        _ => throw new NotSupportedException($"Help cannot show {block.GetType().Name}."),
    };

    private static IEnumerable<string> ItemToLines(ListItemBlock item, string marker, int width)
    {
        var hangingIndent = new string(' ', marker.Length);
        var lines = item.SelectMany(block => ToLines(block, width == int.MaxValue ? width : width - marker.Length));
        return lines.Select((line, i) => (i == 0 ? marker : hangingIndent) + line);
    }

    private static string Marker(ListBlock list, ListItemBlock item) => list.IsOrdered ? $"{item.Order}. " : $"{list.BulletType} ";
}
