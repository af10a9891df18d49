using System.Collections.Generic;
using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Judges the parts of a Markdown document by what a parser reads in it and in them.</summary>
internal static class MarkdownOracle
{
    /// <summary>What is wrong, with its kind before a colon, or null.</summary>
    public static string? Problem(string document, int limit, IReadOnlyList<string> parts)
    {
        var whole = LoneSurrogates.Replace(document);
        if (PartRule.Problem(whole, limit, parts) is { } problem)
        {
            return problem;
        }

        if (parts.Count == 1 && parts[0] == whole)
        {
            return null;
        }

        Reading[] readings = [.. parts.Select(MarkdownReader.Read)];
        if (readings.Any(r => r.Leaves.Count == 0))
        {
            return "empty: a part of markers only";
        }

        var alignment = new Alignment(MarkdownReader.Read(whole), readings, limit);
        return alignment.Difference()
            ?? GraphemeRule.Problem(alignment)
            ?? HeadingRule.Problem(alignment)
            ?? CodeRule.Problem(alignment)
            ?? SpanRule.Problem(alignment);
    }
}
