using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Where all spans of a document fit into a part, each is found whole in one of them.</summary>
internal static class SpanRule
{
    public static string? Problem(Alignment alignment)
    {
        var spans = alignment.Whole.Spans;
        if (spans.Any(s => s.Bytes > alignment.Limit))
        {
            return null;
        }

        // A cut may bring a span to life that its neighbours had kept from being one: more is no harm
        var found = alignment.Parts.SelectMany(p => p.Spans).CountBy(Key).ToDictionary();
        foreach (var (key, count) in spans.CountBy(Key))
        {
            // Half a surrogate pair among asterisks is beyond every parser
            if (found.GetValueOrDefault(key) < count && !key.Source.Contains('\uFFFD'))
            {
                return $"span cut: {key.Kind} {Literal.Escape(key.Source)}";
            }
        }

        return null;
    }

    private static (string Kind, string Source) Key(Span span) => (span.Kind, span.Source);
}
