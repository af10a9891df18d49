using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>The random documents are what the properties say of them.</summary>
public class GeneratorTests
{
    private static readonly IReadOnlyList<SplitCase> Documents = [.. Enumerable.Range(0, 2000).Select(SplitCase.Markdown)];

    private static readonly string All = string.Concat(Documents.Select(d => d.Document));

    [Fact]
    public void A_seed_makes_the_same_document_again()
    {
        Assert.Equal(SplitCase.Markdown(7), SplitCase.Markdown(7));
        Assert.Equal(SplitCase.Text(7), SplitCase.Text(7));
    }

    [Fact]
    public void Limits_go_from_64_to_4096()
    {
        Assert.All(Documents, d => Assert.InRange(d.Limit, SplitCase.LeastLimit, SplitCase.MostLimit));
        Assert.True(Documents.Any(d => d.Limit < 70) && Documents.Any(d => d.Limit > 3500));
    }

    [Fact]
    public void Most_documents_are_two_to_eight_times_as_long_as_a_part()
    {
        var fitting = Documents.Count(d => Encoding.UTF8.GetByteCount(d.Document) / d.Limit is >= 1 and < 8);
        Assert.True(fitting * 10 > Documents.Count * 7, $"{fitting}");
    }

    [Fact]
    public void Blocks_and_spans_of_all_kinds_are_among_them_in_quotes_and_outside()
    {
        var readings = Documents.Select(d => MarkdownReader.Read(d.Document)).ToArray();
        foreach (var kind in Enum.GetValues<LeafKind>().Except([LeafKind.Html]))
        {
            Assert.True(readings.Any(r => r.Leaves.Any(l => l.Kind == kind && l.QuoteDepth == 0)), $"{kind}");
            Assert.True(readings.Any(r => r.Leaves.Any(l => l.Kind == kind && l.QuoteDepth > 0)), $"{kind}");
        }

        Assert.Equal(
            ["code", "emphasis", "image", "link", "strong", "tag"],
            readings.SelectMany(r => r.Spans).Select(s => s.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("e\u0301")]
    [InlineData("~~~")]
    [InlineData("> >")]
    [InlineData("    - ")]
    [InlineData("   - ")]
    [InlineData("  - ")]
    [InlineData("<font color=")]
    [InlineData("<@")]
    public void The_documents_have_what_is_hard_to_split(string sample) =>
        Assert.Contains(sample, All, StringComparison.Ordinal);

    // Not among the samples, for attributes cannot hold it
    [Fact]
    public void The_documents_have_halves_of_surrogate_pairs() => Assert.Contains(Rune.ReplacementChar, All.EnumerateRunes());
}
