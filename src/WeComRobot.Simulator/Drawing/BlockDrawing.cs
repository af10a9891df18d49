using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Draws msgtype markdown_v2, a document of blocks.</summary>
internal sealed class BlockDrawing(string source)
{
    private readonly InlineDrawing _inlines = new(source, hasPictures: true);

    public static JsonArray Draw(string source)
    {
        Nesting.CheckMarks(source);
        return new BlockDrawing(source).Draw(Markdown.Parse(source, Dialects.MarkdownV2), depth: 0);
    }

    private JsonArray Draw(ContainerBlock container, int depth)
    {
        Nesting.Check(depth);
        return [.. container.SelectMany(block => Draw(block, depth))];
    }

    private IEnumerable<JsonNode> Draw(Block block, int depth) => block switch
    {
        HeadingBlock heading => [Node.Element($"h{heading.Level}", _inlines.Draw(heading.Inline, depth))],
        ThematicBreakBlock => [Node.Element("hr")],
        FencedCodeBlock code => [Node.Element("pre", [Node.Element("code", [code.Lines.ToString()])])],
        QuoteBlock quote => [Node.Element("blockquote", Draw(quote, depth + 1))],
        ListBlock list => [DrawList(list, depth + 1)],
        Table table => [new TableDrawing(_inlines, depth).Draw(table)],
        ParagraphBlock paragraph => [Node.Element("p", _inlines.Draw(paragraph.Inline, depth))],
        _ => [],
    };

    private JsonObject DrawList(ListBlock list, int depth)
    {
        var node = Node.Element(list.IsOrdered ? "ol" : "ul", [.. list.OfType<ListItemBlock>().Select(item => DrawItem(item, depth))]);
        if (list.IsOrdered && int.TryParse(list.OrderedStart, out var start) && start != 1)
        {
            node["start"] = start;
        }

        return node;
    }

    // The first text of an item stands beside its bullet
    private JsonObject DrawItem(ListItemBlock item, int depth)
    {
        Nesting.Check(depth);
        var text = item.FirstOrDefault() is ParagraphBlock paragraph ? _inlines.Draw(paragraph.Inline, depth) : [];
        foreach (var block in item.Skip(text.Count > 0 ? 1 : 0).SelectMany(block => Draw(block, depth)))
        {
            text.Add(block);
        }

        return Node.Element("li", text);
    }
}
