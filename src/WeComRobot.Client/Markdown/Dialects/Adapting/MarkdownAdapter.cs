using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Messages;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>
/// Rewrites what a Markdown type does not render into what it does: in markdown list marks as • and numbers, table rows as lines
/// of names and values, fenced code as quoted lines, pictures as links, HTML as links and text; in markdown_v2 colours as plain
/// text. Code stays as it is.
/// </summary>
internal static class MarkdownAdapter
{
    // A construct within another is uncovered in one pass and rewritten in the next
    private const int MaxPasses = 8;

    /// <summary>The content as the message's type renders it; the same object if nothing is to be rewritten.</summary>
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
        foreach (var construct in constructs.Where(writer.Changes))
        {
            // A construct within the previous one was rewritten with it
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
