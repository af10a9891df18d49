using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>docs/en-US has a page for each cmdlet, and each page tells of each parameter.</summary>
public sealed class HelpPages
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "en-US");

    public static TheoryData<string> Names => [.. Cmdlets.All.Select(c => c.Name)];

    [Fact]
    public void There_is_a_page_for_each_cmdlet_and_no_other() =>
        Assert.Equal(Cmdlets.All.Select(c => c.Name).Order(), Directory.EnumerateFiles(Folder, "*-*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_describes_exactly_the_parameters_that_there_are(string name)
    {
        var cmdlet = Cmdlets.All.Single(c => c.Name == name);
        string[] common = cmdlet.SupportsShouldProcess ? ["Confirm", "WhatIf"] : [];

        var described = Regex.Matches(Page(name), @"^### -(?<name>\w+)\s*\n\s*\n(?!```)\S", RegexOptions.Multiline).Select(m => m.Groups["name"].Value);

        Assert.Equal(cmdlet.Parameters.Select(p => p.Name).Concat(common).Order(), described.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_two_examples_with_output_and_nothing_left_to_fill_in(string name)
    {
        var page = Page(name);

        Assert.True(Regex.Matches(page, "^### Example", RegexOptions.Multiline).Count >= 2);
        Assert.True(Regex.Matches(page, "^```Output", RegexOptions.Multiline).Count >= 2);
        Assert.DoesNotContain("{{", page);
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md"));
}
