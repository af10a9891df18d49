using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The about topics say the same in both languages, and name and link only what there is.</summary>
public sealed class AboutPageTests
{
    public static readonly string[] TopicNames =
        ["about_WeComAlerts", "about_WeComFaq", "about_WeComLimits", "about_WeComReliability", "about_WeComRobot", "about_WeComSecrets"];

    private static readonly string[] BothLanguages = ["en-US", "zh-CN"];

    private static readonly Regex CodeBlock = new("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline);
    private static readonly Regex CodeSpan = new("`[^`]+`");
    private static readonly Regex Heading = new("^#+(?= )", RegexOptions.Multiline);
    private static readonly Regex TableRow = new(@"^\|.*\|$", RegexOptions.Multiline);
    private static readonly Regex FileLink = new(@"\]\((?!https?:)(?<target>[^)#]+)");
    private static readonly Regex CmdletName = new("(?<![A-Za-z])[A-Z][A-Za-z]+-WeCom[A-Za-z]+");

    public static TheoryData<string> Languages => [.. BothLanguages];

    public static TheoryData<string> Topics => [.. TopicNames];

    [Theory]
    [MemberData(nameof(Languages))]
    public void There_are_these_topics_and_no_others(string language) =>
        Assert.Equal(TopicNames.Select(t => t + ".md"), Directory.EnumerateFiles(Folder(language), "about_*").Select(f => Path.GetFileName(f)).Order());

    [Theory]
    [MemberData(nameof(Topics))]
    public void Both_languages_have_the_same_headings_and_tables(string topic)
    {
        Assert.All(BothLanguages, language => Assert.StartsWith($"# {topic}\n\n## ", Page(language, topic)));
        Assert.Equal(Found(Heading, Prose("en-US", topic)), Found(Heading, Prose("zh-CN", topic)));
        Assert.Equal(CellCounts("en-US", topic), CellCounts("zh-CN", topic));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Both_languages_have_the_same_code(string topic)
    {
        Assert.Equal(Found(CodeBlock, Page("en-US", topic)), Found(CodeBlock, Page("zh-CN", topic)));
        Assert.Equal(CodeSpans("en-US", topic), CodeSpans("zh-CN", topic));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_cmdlet_that_is_named_is_there(string topic) =>
        Assert.Empty(BothLanguages.SelectMany(l => Found(CmdletName, Page(l, topic))).Distinct().Except(Cmdlets.All.Select(c => c.Name)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Links_of_all_pages_lead_to_files(string language)
    {
        var dead =
            from file in Directory.EnumerateFiles(Folder(language), "*.md")
            from Match link in FileLink.Matches(CodeBlock.Replace(File.ReadAllText(file), ""))
            where !Path.Exists(Path.Combine(Folder(language), link.Groups["target"].Value))
            select $"{Path.GetFileName(file)}: {link.Groups["target"].Value}";

        Assert.Empty(dead);
    }

    private static string Folder(string language) => Path.Combine(Repository.Root, "docs", language);

    private static string Page(string language, string topic) => File.ReadAllText(Path.Combine(Folder(language), topic + ".md"));

    private static string Prose(string language, string topic) => CodeBlock.Replace(Page(language, topic), "");

    private static IEnumerable<string> Found(Regex pattern, string text) => pattern.Matches(text).Select(m => m.Value);

    /// <summary>What stands in backticks, each once; a long line may break in it.</summary>
    private static IEnumerable<string> CodeSpans(string language, string topic) =>
        Found(CodeSpan, Prose(language, topic)).Select(span => span.Replace('\n', ' ')).Distinct().Order();

    private static IEnumerable<int> CellCounts(string language, string topic) =>
        Found(TableRow, Prose(language, topic)).Select(row => row.Count(c => c == '|') - 1);
}
