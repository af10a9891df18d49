using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Pages;
using WeComRobot.HelpBuilder.Text;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>An about topic, in the form of PowerShell's own; a list of topics shows the fifth line of each.</summary>
public static class Topic
{
    private const int TextWidth = 76;
    private const string TextIndent = "    ";

    public static string Write(MarkdownPage page, string culture) =>
        string.Join('\n', page.Blocks.SelectMany(block => Lines(block, culture == "zh-CN" ? "主题" : "TOPIC")));

    private static IEnumerable<string> Lines(Block block, string label)
    {
        var lines = PlainBlock.Lines(block, TextWidth);
        return block switch
        {
            HeadingBlock { Level: 1 } => [label, .. Indented(lines, TextIndent), ""],
            HeadingBlock { Level: 2 } => lines,
            HeadingBlock => Indented(lines, "  "),
            CodeBlock => [.. Indented(lines, TextIndent + TextIndent), ""],
            _ => [.. Indented(lines, TextIndent), ""],
        };
    }

    private static IEnumerable<string> Indented(IEnumerable<string> lines, string indent) => lines.Select(l => l.Length == 0 ? l : indent + l);
}
