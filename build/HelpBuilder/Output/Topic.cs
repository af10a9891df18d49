using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Pages;
using WeComRobot.HelpBuilder.Text;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>An about topic, formatted like PowerShell's own, as Get-Help lists the fifth line of each topic.</summary>
public static class Topic
{
    private const int TextWidth = 76;
    private const string TextIndent = "    ";

    public static string Write(MarkdownPage page, string culture) =>
        string.Join('\n', page.Blocks.SelectMany(block => Lines(block, culture == "zh-CN" ? "主题" : "TOPIC")));

    private static IEnumerable<string> Lines(Block block, string label)
    {
        var lines = PlainBlock.ToLines(block, TextWidth);
        return block switch
        {
            HeadingBlock { Level: 1 } => [label, .. Indent(lines, TextIndent), ""],
            HeadingBlock { Level: 2 } => lines,
            HeadingBlock => Indent(lines, "  "),
            CodeBlock => [.. Indent(lines, TextIndent + TextIndent), ""],
            _ => [.. Indent(lines, TextIndent), ""],
        };
    }

    private static IEnumerable<string> Indent(IEnumerable<string> lines, string indent) => lines.Select(l => l.Length == 0 ? l : indent + l);
}
