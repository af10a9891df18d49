using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>docs/zh-CN says what docs/en-US says, in Chinese: a page that is changed in one language only is found here.</summary>
public sealed class TranslatedPageTests
{
    private static readonly Regex Fact = new(@"(?<tick>`+).+?\k<tick>|\]\([^)]*\)|\d[\d,.]*\d", RegexOptions.Singleline);
    private static readonly Regex CodeOrLink = new(@"(?<tick>`+).+?\k<tick>|\[[\w-]+\]\([^)]*\)", RegexOptions.Singleline);

    public static TheoryData<string> Names => [.. HelpPage.Names("en-US")];

    [Fact]
    public void Each_page_is_there_in_both_languages() => Assert.Equal(HelpPage.Names("en-US"), HelpPage.Names("zh-CN"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Front_matter_and_headings_are_the_same(string name)
    {
        var (english, chinese) = Both(name);

        Assert.Equal(english.FrontMatter.Replace("Locale: en-US", "Locale: zh-CN"), chinese.FrontMatter);
        Assert.Equal(english.Headings, chinese.Headings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Syntax_examples_and_parameters_properties_are_the_same(string name)
    {
        var (english, chinese) = Both(name);

        Assert.Equal(english.Blocks.Select(WithoutOutput), chinese.Blocks.Select(WithoutOutput));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_paragraph_names_the_same_code_links_and_numbers(string name)
    {
        var (english, chinese) = Both(name);

        Assert.Equal(english.Prose.Count, chinese.Prose.Count);
        Assert.All(english.Prose.Zip(chinese.Prose), pair => Assert.Equal(Facts(pair.First), Facts(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_left_in_English(string name)
    {
        var prose = HelpPage.Read("zh-CN", name).Prose.Select(p => CodeOrLink.Replace(p, ""));

        Assert.All(prose.Where(p => Regex.IsMatch(p, @"\p{L}")), p =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", p);
            Assert.DoesNotMatch(@"\b[A-Za-z]+(?:\s[A-Za-z]+){2}", p);
        });
    }

    private static (HelpPage English, HelpPage Chinese) Both(string name) => (HelpPage.Read("en-US", name), HelpPage.Read("zh-CN", name));

    // What a cmdlet shows may be shown in the reader's language
    private static string WithoutOutput(string block) => block.StartsWith("```Output") ? "```Output" : block;

    private static IEnumerable<string> Facts(string paragraph) => Fact.Matches(paragraph).Select(m => m.Value).Distinct().Order();
}
