using System;
using System.Linq;

namespace WeComRobot.Markdown.Writing;

/// <summary>Puts text into code, where nothing acts as Markdown.</summary>
public static class MarkdownCode
{
    /// <summary>Puts text into a block of code, which only markdown_v2 has (group-robot-api.md, markdown_v2类型, 独立代码块).</summary>
    public static string Block(string text)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    /// <summary>Puts each line into inline code: that of markdown does not go over a line end (markdown类型, 行内代码段).</summary>
    public static string Lines(string text) => string.Join("\n", text.Split('\n').Select(Line));

    /// <summary>Puts text without line ends into inline code. The marks are longer than any run of backticks in it.</summary>
    internal static string Inline(string text)
    {
        var run = LongestRun(text);
        var mark = new string('`', run + 1);
        return run == 0 ? mark + text + mark : $"{mark} {text} {mark}";
    }

    private static string Line(string line)
    {
        var text = line.TrimEnd();
        return text.Length == 0 ? "" : Inline(text);
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
