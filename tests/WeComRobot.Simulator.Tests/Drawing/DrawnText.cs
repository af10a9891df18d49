using System.Linq;
using System.Text.Json.Nodes;
using WeComRobot.Simulator.Drawing;

namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>Writes a drawing shortly, as <c>h1(a strong(b)) div.line(c)</c>, so that tests can say what members see.</summary>
internal static class DrawnText
{
    public static string Markdown(string content) => Write(MarkdownDrawing.Draw("markdown", content));

    public static string MarkdownV2(string content) => Write(MarkdownDrawing.Draw("markdown_v2", content));

    public static string Write(JsonNode? nodes) => nodes is JsonArray array ? string.Join("", array.Select(WriteOne)) : "";

    private static string WriteOne(JsonNode? node)
    {
        if (node is not JsonObject element)
        {
            return (string)node!;
        }

        var details = element["href"] ?? element["src"] ?? element["start"];
        return $"{element["tag"]}{(element["class"] is { } name ? $".{name}" : "")}"
            + $"{(details is null ? "" : $"<{details}>")}({element["alt"]}{Write(element["children"])})";
    }
}
