using System.Collections.Generic;
using System.Text.Json.Nodes;
using Markdig.Syntax.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Draws what is in a line. A colour lasts from line to line until its font ends.</summary>
/// <param name="source">The content, of which some is shown as typed.</param>
internal sealed class InlineDrawing(string source, bool hasPictures)
{
    private readonly Stack<string> _colors = new();

    public JsonArray Draw(ContainerInline? container, int depth)
    {
        var nodes = new NodeList();
        AddAll(nodes, container, depth);
        return nodes.ToArray();
    }

    private void AddAll(NodeList nodes, ContainerInline? container, int depth)
    {
        Nesting.Check(depth);
        foreach (var inline in Inlines.Flatten(container))
        {
            Add(nodes, inline, depth);
        }
    }

    private void Add(NodeList nodes, Inline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(nodes, literal.Content.ToString());
                break;
            case DelimiterInline delimiter:
                AddText(nodes, delimiter.ToLiteral());
                break;
            case FontTag tag:
                AddTag(nodes, tag);
                break;
            case Mention mention:
                nodes.Add(Node.Element("span", [mention.UserId], "mention"));
                break;
            case CodeInline code:
                nodes.Add(Node.Element("code", [code.Content]));
                break;
            case LineBreakInline:
                nodes.Add(Node.Element("br"));
                break;
            case LinkInline link:
                AddLink(nodes, link, depth + 1);
                break;
            case EmphasisInline emphasis:
                nodes.Add(Node.Element(emphasis.DelimiterCount == 2 ? "strong" : "em", Draw(emphasis, depth + 1)));
                break;
        }
    }

    private void AddText(NodeList nodes, string text) =>
        nodes.AddText(text, _colors.TryPeek(out var color) ? $"font-{color}" : null);

    private void AddTag(NodeList nodes, FontTag tag)
    {
        if (!tag.HasPair || tag.Color is null)
        {
            AddText(nodes, tag.Source);
        }
        else if (tag.IsEnd)
        {
            _colors.Pop();
        }
        else
        {
            _colors.Push(tag.Color);
        }
    }

    // Only addresses of the web are links; any other is shown as typed, so that its author sees why
    private void AddLink(NodeList nodes, LinkInline link, int depth)
    {
        var address = link.IsImage && !hasPictures ? null : WebAddress.Complete(link.Url);
        if (address is null)
        {
            AddText(nodes, link.IsImage ? "![" : "[");
            AddAll(nodes, link, depth);
            AddText(nodes, source[(link.LabelSpan.End + 1)..(link.Span.End + 1)]);
        }
        else
        {
            nodes.Add(link.IsImage ? Node.Picture(address, Label(link)) : Node.Link(address, Draw(link, depth)));
        }
    }

    private string Label(LinkInline link) => link.LabelSpan.Length > 0 ? source.Substring(link.LabelSpan.Start, link.LabelSpan.Length) : "";
}
