using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Draws msgtype markdown: each line is a block of its own; quoted lines that follow each other share one quote.</summary>
internal static class LineDrawing
{
    public static JsonArray Draw(string source)
    {
        // All lines are read before one is drawn, because a font is drawn only if it ends
        var lines = ContentLine.ReadAll(source);
        var inlines = new InlineDrawing(source, hasPictures: false);
        var blocks = new NodeList();
        for (var i = 0; i < lines.Count;)
        {
            if (!lines[i].IsQuoted)
            {
                blocks.Add(DrawLine(lines[i++], inlines));
                continue;
            }

            var quote = new NodeList();
            while (i < lines.Count && lines[i].IsQuoted)
            {
                quote.Add(DrawLine(lines[i++], inlines));
            }

            blocks.Add(Node.Element("blockquote", quote.ToArray()));
        }

        return blocks.ToArray();
    }

    private static JsonObject DrawLine(ContentLine line, InlineDrawing inlines)
    {
        var children = inlines.Draw(line.Inlines, depth: 0);
        return line.HeadingLevel > 0 ? Node.Element($"h{line.HeadingLevel}", children) : Node.Line(children);
    }
}
