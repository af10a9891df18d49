using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Makes the nodes of a drawing: a text is a string, an element an object with its tag.</summary>
internal static class Node
{
    public static JsonObject Element(string tag, JsonArray? children = null, string? className = null)
    {
        var node = new JsonObject { ["tag"] = tag };
        if (className is not null)
        {
            node["class"] = className;
        }

        if (children is { Count: > 0 })
        {
            node["children"] = children;
        }

        return node;
    }

    /// <summary>A line of its own, as tall as a line even if it is empty.</summary>
    public static JsonObject Line(JsonArray children) => Element("div", children, "line");

    /// <summary>A link. The page shows the address of one without text.</summary>
    public static JsonObject Link(string address, JsonArray children)
    {
        var node = Element("a", children);
        node["href"] = address;
        return node;
    }

    public static JsonObject Picture(string address, string alt) => new() { ["tag"] = "img", ["src"] = address, ["alt"] = alt };
}
