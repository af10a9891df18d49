using System;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>Text without code marks, emphasis and the targets of links; addresses of the web stay, for they lead somewhere.</summary>
internal static class PlainText
{
    private const string ChineseMarks = "。：；，！？";

    private static readonly Regex LineEndInChinese = new($@"(?<=[{Columns.WideCharacters}])\n(?=[{Columns.WideCharacters}])");

    public static string Read(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        AppendAll(text, inlines);
        // Chinese has no space where a line ends
        return LineEndInChinese.Replace(text.ToString(), "").Replace('\n', ' ');
    }

    private static void AppendAll(StringBuilder text, ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? [])
        {
            Append(text, inline);
        }
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendLiteral(text, literal.Content.ToString());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case LinkInline link:
                AppendAll(text, link);
                text.Append(link.IsToWeb() ? $" ({link.Url})" : "");
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded);
                break;
            case HtmlInline html:
                text.Append(html.Tag);
                break;
            case ContainerInline emphasis:
                AppendAll(text, emphasis);
                break;
            default:
                throw new NotSupportedException($"Help cannot show {inline.GetType().Name}.");
        }
    }

    // Chinese needs no space after emphasis that ends with a full stop
    private static void AppendLiteral(StringBuilder text, string literal) =>
        text.Append(text.Length > 0 && ChineseMarks.Contains(text[^1]) ? literal.TrimStart(' ') : literal);

    /// <summary>Whether the link leads somewhere from Get-Help, as the name of a page does not.</summary>
    public static bool IsToWeb(this LinkInline link) =>
        link.Url is { } url && (url.StartsWith("https:", StringComparison.Ordinal) || url.StartsWith("http:", StringComparison.Ordinal));
}
