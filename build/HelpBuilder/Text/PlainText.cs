using System;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>Renders inline Markdown as plain text, without code marks, emphasis and link targets other than web addresses.</summary>
internal static class PlainText
{
    private const string ChinesePunctuation = "。：；，！？";

    private static readonly Regex ChineseLineBreak = new($@"(?<=[{Columns.WideCharacters}])\n(?=[{Columns.WideCharacters}])");

    public static string Read(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        AppendAll(text, inlines);
        // Joining lines of Chinese text adds no space
        return ChineseLineBreak.Replace(text.ToString(), "").Replace('\n', ' ');
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
                text.Append(link.IsWebLink() ? $" ({link.Url})" : "");
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

    // The space that Markdown needs after emphasis is dropped after Chinese punctuation
    private static void AppendLiteral(StringBuilder text, string literal) =>
        text.Append(text.Length > 0 && ChinesePunctuation.Contains(text[^1]) ? literal.TrimStart(' ') : literal);

    /// <summary>Whether the target is a web address. Others, such as the file name of a page, are useless in Get-Help.</summary>
    public static bool IsWebLink(this LinkInline link) =>
        link.Url is { } url && (url.StartsWith("https:", StringComparison.Ordinal) || url.StartsWith("http:", StringComparison.Ordinal));
}
