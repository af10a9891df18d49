using System.IO;
using System.Linq;
using System.Text;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Pages;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The build leaves a text file for each topic in each language, and Chinese under both of its names.</summary>
public sealed class BuiltTopicTests
{
    [Theory]
    [MemberData(nameof(AboutPageTests.Topics), MemberType = typeof(AboutPageTests))]
    public void A_topic_has_each_heading_code_and_paragraph_of_its_page(string topic) => Assert.All(["en-US", "zh-CN"], culture =>
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "docs", culture, topic + ".md"));
        var shown = HelpPage.Words(File.ReadAllText(Path.Combine(Repository.Root, culture, topic + ".help.txt")));

        var passages = page.Blocks.Where(b => b is HeadingBlock or FencedCodeBlock or ParagraphBlock or ListBlock);
        Assert.All(passages, block => Assert.Contains(HelpPage.Words([block], page), shown));
    });

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Each_file_begins_with_the_mark_that_Windows_PowerShell_needs_and_has_no_other_line_ends(string culture) =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, culture)), file =>
        {
            Assert.Equal(Encoding.UTF8.GetPreamble(), File.ReadAllBytes(file)[..3]);
            Assert.DoesNotContain('\r', File.ReadAllText(file));
        });

    [Fact]
    public void What_macOS_calls_Chinese_is_the_same()
    {
        var (chinese, copy) = (Path.Combine(Repository.Root, "zh-CN"), Path.Combine(Repository.Root, "zh-Hans"));

        Assert.Equal(AboutPageTests.TopicNames.Length + 1, Directory.GetFiles(copy).Length);
        Assert.All(Directory.EnumerateFiles(chinese), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(copy, Path.GetFileName(file)))));
    }
}
