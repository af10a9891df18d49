using System;
using System.Linq;

namespace WeComRobot.Markdown.Writing;

/// <summary>Formats text as code, in which nothing is read as Markdown.</summary>
internal static class MarkdownCode
{
    /// <summary>Formats text as a fenced code block, which only markdown_v2 renders (service.md#markdown-v2).</summary>
    public static string Block(string text)
    {
        var fence = new string('`', Math.Max(3, FindLongestRun(text) + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    /// <summary>Formats each line as inline code, which in markdown cannot contain a line break (service.md#markdown).</summary>
    public static string Lines(string text) => string.Join("\n", text.Split('\n').Select(FormatLine));

    /// <summary>Formats text without line breaks as inline code, between marks that are longer than any run of backticks in it.</summary>
    internal static string Inline(string text)
    {
        var run = FindLongestRun(text);
        var mark = new string('`', run + 1);
        return run == 0 ? mark + text + mark : $"{mark} {text} {mark}";
    }

    private static string FormatLine(string line)
    {
        var text = line.TrimEnd();
        return text.Length == 0 ? "" : Inline(text);
    }

    private static int FindLongestRun(string text)
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
