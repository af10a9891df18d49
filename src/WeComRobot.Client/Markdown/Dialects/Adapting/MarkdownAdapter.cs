using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Messages;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>
/// Rewrites what a Markdown type does not render into what it does. For markdown, list markers become • or numbers, table rows become
/// lines of names and values, fenced code becomes quoted lines, pictures become links, and HTML becomes links and text. For markdown_v2,
/// colours become plain text. Code stays as it is.
/// </summary>
internal static class MarkdownAdapter
{
    // A construct within another is rewritten in the pass after it
    private const int MaxPasses = 8;

    /// <summary>Rewrites the content for the type of a message. If nothing has to be rewritten, the result is the same object.</summary>
    /// <param name="markdown">The content.</param>
    /// <param name="message">A message of the type, with or without content.</param>
    public static string Adapt(string markdown, ContentMessage message) =>
        Dialect.For(message) is { } dialect ? Adapt(markdown, dialect) : markdown;

    internal static string Adapt(string markdown, Dialect dialect)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var constructs = ConstructReader.Read(markdown);
            if (!constructs.Any(dialect.Lacks))
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
        var at = 0;
        foreach (var construct in constructs.Where(writer.MustRewrite))
        {
            // A construct within the previous one was replaced with it
            if (construct.Start >= at)
            {
                rewritten.Append(text, at, construct.Start - at);
                writer.Write(construct);
                at = construct.End;
            }
        }

        return rewritten.Append(text, at, text.Length - at).ToString();
    }
}
