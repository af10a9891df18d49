using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Messages;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>
/// Rewrites what a Markdown type does not render into what it does. For markdown, list markers become • or numbers, table rows become
/// lines of names and values, fenced code becomes quoted lines, pictures become links, and italics plain text. For markdown_v2, colours
/// become plain text. For both, HTML becomes links and text. Code stays as it is, and so does struck-out text, which no mark can replace.
/// </summary>
internal static class MarkdownAdapter
{
    // A construct within another is rewritten in the pass after it
    private const int MaxPasses = 8;

    /// <summary>Rewrites the content for the type of a message. If nothing has to be rewritten, the result is the same object.</summary>
    /// <param name="markdown">The content.</param>
    /// <param name="message">A message of the type, with or without content.</param>
    public static string Adapt(string markdown, ContentMessage message) =>
        message is TextMessage ? markdown : Adapt(markdown, Dialect.For(message));

    internal static string Adapt(string markdown, Dialect dialect)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var constructs = ConstructReader.Read(markdown);
            if (!constructs.Any(construct => dialect.Lacks(construct) && ConstructWriter.CanRewrite(construct)))
            {
                break;
            }

            markdown = Rewrite(markdown, constructs, dialect);
        }

        return markdown;
    }

    private static string Rewrite(string text, IReadOnlyList<Construct> constructs, Dialect dialect)
    {
        var rewritten = new StringBuilder(text.Length);
        var writer = new ConstructWriter(text, rewritten, dialect, within => Adapt(within, dialect));
        var (at, rowEnd) = (0, 0);
        foreach (var construct in constructs)
        {
            if (!writer.MustRewrite(construct))
            {
                rowEnd = construct.Kind is ConstructKind.TableHead or ConstructKind.TableRow ? construct.End : rowEnd;
                continue;
            }

            // A construct within the previous one was replaced with it
            if (construct.Start >= at)
            {
                rewritten.Append(text, at, construct.Start - at);
                writer.Write(construct, isInRow: construct.Start < rowEnd);
                at = construct.End;
            }
        }

        return rewritten.Append(text, at, text.Length - at).ToString();
    }
}
