using System;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Content as it was typed, line by line.</summary>
internal static class PlainDrawing
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    public static JsonArray Draw(string source)
    {
        var lines = new NodeList();
        foreach (var line in source.Split(LineEnds, StringSplitOptions.None))
        {
            lines.Add(Node.Line(line.Length == 0 ? [] : [line]));
        }

        return lines.ToArray();
    }
}
