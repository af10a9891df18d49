using System.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>docs/ has a page for each cmdlet in both languages, and each page tells of each parameter.</summary>
public sealed class HelpPageTests
{
    private static readonly string[] Languages = ["en-US", "zh-CN"];

    public static TheoryData<string> Cultures => [.. Languages];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var (culture, cmdlet) in Languages.SelectMany(_ => Cmdlets.All, (culture, cmdlet) => (culture, cmdlet)))
            {
                pages.Add(culture, cmdlet.Name);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void There_is_a_page_for_each_cmdlet_and_no_other(string culture) =>
        Assert.Equal(Cmdlets.All.Select(c => c.Name).Order(), HelpPage.Names(culture));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_describes_exactly_the_parameters_that_there_are(string culture, string name)
    {
        var cmdlet = Cmdlets.All.Single(c => c.Name == name);
        string[] common = cmdlet.SupportsShouldProcess ? ["Confirm", "WhatIf"] : [];

        var described = HelpPage.Read(culture, name).Command.Parameters.Where(p => p.Description.Count > 0).Select(p => p.Name);

        Assert.Equal(cmdlet.Parameters.Select(p => p.Name).Concat(common).Order(), described.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_two_examples_with_output_and_nothing_left_to_fill_in(string culture, string name)
    {
        var page = HelpPage.Read(culture, name);

        Assert.True(page.Headings.Count(h => h.StartsWith("### Example")) >= 2);
        Assert.True(page.Blocks.Count(b => b.StartsWith("```Output")) >= 2);
        Assert.DoesNotContain("{{", page.Text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_which_language_it_is_in(string culture, string name) =>
        Assert.Contains($"\nLocale: {culture}\n", HelpPage.Read(culture, name).FrontMatter);
}
