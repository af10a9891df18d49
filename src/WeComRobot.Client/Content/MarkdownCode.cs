using System;
using System.Linq;

namespace WeComRobot.Content;

/// <summary>Shows a text as it is, for none of its signs acts as Markdown within code.</summary>
public static class MarkdownCode
{
    /// <summary>A block of code, which markdown_v2 alone has (group-robot-api.md, markdown_v2类型, 独立代码块).</summary>
    public static string Block(string text)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    /// <summary>Each line as code of its own: that of markdown does not go over a line end (markdown类型, 行内代码段).</summary>
    public static string Lines(string text) => string.Join("\n", text.Split('\n').Select(Line));

    private static string Line(string line)
    {
        var text = line.TrimEnd();
        var run = LongestRun(text);
        var mark = new string('`', run + 1);
        return text.Length == 0 ? "" : run == 0 ? mark + text + mark : $"{mark} {text} {mark}";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
