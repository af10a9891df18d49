using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>A heading goes with what it is about.</summary>
public class HeadingTests
{
    [Theory]
    [InlineData("磁盘使用率告警，请同事注意\n\n# 天气\n\n今日天气：大部分多云", "磁盘使用率告警，请同事注意", "# 天气\n\n今日天气：大部分多云")]
    [InlineData("磁盘使用率告警，请同事注意\n# 天气\n今日天气：大部分多云", "磁盘使用率告警，请同事注意", "# 天气\n今日天气：大部分多云")]
    [InlineData("磁盘使用率告警，请同事\n\n# 天气\n## 今日\n大部分多云有雨概率", "磁盘使用率告警，请同事", "# 天气\n## 今日\n大部分多云有雨概率")]
    [InlineData("磁盘使用率告警，请同事注意\n\n天气\n===\n今日天气：大部分多云", "磁盘使用率告警，请同事注意", "天气\n===\n今日天气：大部分多云")]
    [InlineData("磁盘使用率告警，请同事注意\n\n# 天气\n```sh\nls -l /var/log\n```", "磁盘使用率告警，请同事注意", "# 天气\n```sh\nls -l /var/log\n```")]
    public void A_heading_is_never_the_last_line_of_a_part(string document, params string[] parts) =>
        Assert.Equal(parts, MarkdownSplitter.Split(document, 64));

    [Fact]
    public void The_last_heading_stays_with_the_start_of_its_text_when_not_all_headings_can() => Assert.Equal(
        ["# The title of this whole report", "## And a longer sub-subtitle\n\nThe text of it has many words that", "follow each other on one line."],
        MarkdownSplitter.Split("# The title of this whole report\n\n## And a longer sub-subtitle\n\nThe text of it has many words that follow each other on one line.", 64));

    [Fact]
    public void At_the_end_of_the_document_it_may_be_alone() => Assert.Equal(
        ["磁盘使用率告警，请相关同事注意", "# 完成了，请相关同事注意"],
        MarkdownSplitter.Split("磁盘使用率告警，请相关同事注意\n\n# 完成了，请相关同事注意", 64));

    [Fact]
    public void A_heading_longer_than_a_part_is_a_heading_in_all_of_its_pieces()
    {
        var words = string.Join(" ", Enumerable.Repeat("word", 30));
        var parts = MarkdownSplitter.Split("## " + words + "\nThe text.", 64);
        Assert.All(parts, part => Assert.Matches("\\A## word( word)*(\nThe text\\.)?\\z", part));
        Assert.Equal(words, string.Join(" ", parts.Select(p => p.Split('\n')[0][3..])));
    }
}
