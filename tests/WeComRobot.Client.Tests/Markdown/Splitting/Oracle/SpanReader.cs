using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>A stretch of text that means something as a whole.</summary>
/// <param name="Kind">Emphasis, code, link and so on.</param>
/// <param name="Source">Its source, without blanks and without the &gt; of quotes that its lines may begin with.</param>
/// <param name="Bytes">The size of its source as it stands, with what a part must hold before it.</param>
internal sealed record Span(string Kind, string Source, int Bytes);

/// <summary>Notes the inline spans of leaves.</summary>
internal sealed partial class SpanReader(string markdown, List<Span> spans)
{
    /// <param name="leaf">What Markdig read.</param>
    /// <param name="text">Its source, where WeCom's own tags may be, of which Markdig knows nothing.</param>
    /// <param name="prefixBytes">What a part must hold before a span of it.</param>
    public void Read(LeafBlock leaf, string text, int prefixBytes)
    {
        if (leaf.Inline is { } inlines)
        {
            Walk(inlines, prefixBytes);
            ReadTags(text, prefixBytes);
        }
    }

    public void ReadTags(string text, int prefixBytes)
    {
        foreach (Match tag in Tags().Matches(text))
        {
            Add("tag", tag.Value, prefixBytes);
        }
    }

    [GeneratedRegex("<font [^<>]*>[^<]*</font>|<@[^<>\\s]+>")]
    private static partial Regex Tags();

    private void Walk(ContainerInline container, int prefixBytes)
    {
        foreach (var inline in container)
        {
            if (KindOf(inline) is { } kind)
            {
                Add(kind, markdown.Substring(inline.Span.Start, inline.Span.Length), prefixBytes);
            }

            if (inline is ContainerInline inner)
            {
                Walk(inner, prefixBytes);
            }
        }
    }

    private static string? KindOf(Inline inline) => inline switch
    {
        EmphasisInline emphasis => emphasis.DelimiterCount == 2 ? "strong" : "emphasis",
        CodeInline => "code",
        LinkInline link => link.IsImage ? "image" : "link",
        AutolinkInline => "link",
        _ => null,
    };

    private void Add(string kind, string source, int prefixBytes)
    {
        var bare = new StringBuilder(source.Length);
        foreach (var c in source)
        {
            if (!char.IsWhiteSpace(c) && c != '>')
            {
                bare.Append(c);
            }
        }

        spans.Add(new(kind, bare.ToString(), Encoding.UTF8.GetByteCount(source) + prefixBytes));
    }
}
