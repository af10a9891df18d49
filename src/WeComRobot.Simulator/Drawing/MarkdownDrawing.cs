using System;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Markdown as members see it: a tree of nodes that the page turns into elements. Nothing in it is ever parsed as HTML.</summary>
internal static class MarkdownDrawing
{
    // More than the service takes, so only a refused message is longer; Markdig's time can grow with the square
    private const int MaxLength = 8192;

    public static JsonArray Draw(string messageType, string content)
    {
        // To Markdig a NUL is the end of the text
        var source = content.Replace('\0', '\uFFFD');
        if (source.Length > MaxLength)
        {
            return PlainDrawing.Draw(source);
        }

        try
        {
            return messageType == "markdown_v2" ? BlockDrawing.Draw(source) : LineDrawing.Draw(source);
        }
        // Markdig has a limit of its own
        catch (Exception error) when (error is TooDeepException or ArgumentException)
        {
            return PlainDrawing.Draw(source);
        }
    }
}
