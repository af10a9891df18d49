using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>What code, tests and pages cite of docs/internals is there, and nothing is cited that a reader of the clone does not have.</summary>
public sealed class CitationTests
{
    private static readonly Regex Cited = new(@"\b(service|architecture|splitting|simulator-facts)\.md#([\w-]+)");
    private static readonly Regex CitedOnSamePage = new(@"\]\(#([\w-]+)\)");
    private static readonly Regex Probe = new(@"""id"": ""([^""]+)""[^{}]*?""document"": ""(\w+)\.md#([\w-]+)"", ""known"": ""([^""]+)""");

    // Brackets keep these patterns from finding themselves
    private static readonly Regex OutsideDocument = new(@"\bDESIG[N]\b|group-robot-ap[i]|server-behaviou[r]|wecom-fa[q]");

    private static readonly Dictionary<string, InternalPage> Pages = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "docs", "internals"), "*.md")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => new InternalPage(File.ReadAllText(file)));

    private static readonly (string Path, string Text)[] Files =
    [
        .. CloneFiles.All
            .Where(path => Path.GetExtension(path) is not (".png" or ".jpg" or ".amr" or ".gif" or ".ico"))
            .Select(path => (path, CloneFiles.Read(path))),
    ];

    [Fact]
    public void Every_citation_leads_to_a_heading() =>
        Assert.Empty(Files.SelectMany(file => BrokenIn(file.Text).Select(citation => $"{file.Path}: {citation}")));

    [Fact]
    public void A_citation_of_no_heading_is_found()
    {
        // In pieces, for the files that are searched include this one
        var broken = new[] { "service.md", "splitting.md", "simulator-facts.md" }.Select(page => page + "#no-such-heading").ToArray();

        Assert.Equal(broken, BrokenIn($"/// The limit ({broken[0]}, service.md#rate-limit).\n# {broken[1]}: see [facts]({broken[2]})"));
    }

    [Fact]
    public void A_page_links_only_its_own_headings() => Assert.Empty(
        from page in Pages
        from section in page.Value.Sections
        from text in section
        from link in CitedOnSamePage.Matches(text)
        where !page.Value.Sections.Contains(link.Groups[1].Value)
        select $"{page.Key}.md: {link.Value}");

    [Fact]
    public void No_two_headings_of_a_page_are_alike() =>
        Assert.All(Pages.Values, page => Assert.All(page.Sections, section => Assert.Single(section)));

    [Theory]
    [InlineData("Rate limit", "rate-limit")]
    [InlineData("`errmsg`, taken apart: 5 parts", "errmsg-taken-apart-5-parts")]
    [InlineData("[The answer](service.md)", "the-answer")]
    [InlineData("A look-up of snake_case", "a-look-up-of-snake_case")]
    public void An_anchor_is_made_as_GitHub_makes_it(string heading, string anchor) => Assert.Equal(anchor, InternalPage.AnchorOf(heading));

    [Fact]
    public void Headings_are_not_looked_for_in_code() =>
        Assert.Equal(["one", "two"], new InternalPage("# One\n```\n# a comment\n```\n## Two\n").Sections.Select(section => section.Key));

    [Fact]
    public void No_document_is_named_that_is_not_in_the_repository() =>
        Assert.Empty(Files.Where(file => OutsideDocument.IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void A_probe_is_as_sure_as_the_section_that_it_cites()
    {
        var probes = Files.Where(file => file.Path.StartsWith("tests/live/probes/")).SelectMany(file => Probe.Matches(file.Text)).ToArray();

        Assert.NotEmpty(probes);
        Assert.Empty(probes
            .Where(probe => !Pages[probe.Groups[2].Value].Sections[probe.Groups[3].Value].Any(text => text.Contains(probe.Groups[4].Value)))
            .Select(probe => probe.Groups[1].Value));
    }

    private static IEnumerable<string> BrokenIn(string text) => Cited.Matches(text)
        .Where(match => !Pages.TryGetValue(match.Groups[1].Value, out var page) || !page.Sections.Contains(match.Groups[2].Value))
        .Select(match => match.Value);
}
