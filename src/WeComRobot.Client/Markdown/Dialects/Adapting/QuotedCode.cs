using System.Linq;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Writes a line of fenced code as a line of a quote.</summary>
internal static class QuotedCode
{
    private const string Markup = "\\`*_#<>[]|~!&";

    /// <summary>The line as it is, or as inline code if something in it would be read as Markdown.</summary>
    public static string Write(string code)
    {
        var isPlain = code.Length > 0 && !char.IsWhiteSpace(code[0]) && !code.Any(c => Markup.IndexOf(c) >= 0) && !StartsBlock(code);
        return isPlain ? code : MarkdownCode.Inline(code);
    }

    private static bool StartsBlock(string code) => code[0] is '-' or '+' or '=' || char.IsDigit(code[0]);
}
