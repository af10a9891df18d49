using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>What is quoted stays quoted in each part.</summary>
public class QuoteTests
{
    [Theory]
    [InlineData("> 磁盘使用率告警，请相关同事注意\n> 今日天气：大部分多云，有雨", "> 磁盘使用率告警，请相关同事注意", "> 今日天气：大部分多云，有雨")]
    [InlineData("> 磁盘使用率告警，请相关同事注意\n今日天气：大部分多云，有雨", "> 磁盘使用率告警，请相关同事注意", "> 今日天气：大部分多云，有雨")]
    [InlineData("> > 磁盘使用率告警，请相关同事注意\n> > 今日天气：大部分多云，有雨", "> > 磁盘使用率告警，请相关同事注意", "> > 今日天气：大部分多云，有雨")]
    [InlineData("> 磁盘使用率告警，请相关同事注意\n>\n> - 天气\n> - 大部分多云，有雨", "> 磁盘使用率告警，请相关同事注意", "> - 天气\n> - 大部分多云，有雨")]
    public void A_line_keeps_its_mark_or_gets_one(string document, params string[] parts) =>
        Assert.Equal(parts, MarkdownSplitter.Split(document, 64));

    [Fact]
    public void A_line_longer_than_a_part_is_quoted_in_all_of_its_pieces() => Assert.Equal(
        ["> 磁盘使用率告警，请相关同事注意。", "> 今日天气：大部分多云，有雨。"],
        MarkdownSplitter.Split("> 磁盘使用率告警，请相关同事注意。今日天气：大部分多云，有雨。", 64));

    [Fact]
    public void What_follows_the_quote_is_not_quoted() => Assert.Equal(
        ["> 磁盘使用率告警，请相关同事注意", "今日天气：大部分多云，有雨"],
        MarkdownSplitter.Split("> 磁盘使用率告警，请相关同事注意\n\n今日天气：大部分多云，有雨", 64));
}
