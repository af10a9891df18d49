using System.Text;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>A list goes on in the next part; what is left of an item begins at the margin.</summary>
public class ListTests
{
    [Theory]
    [InlineData("- 磁盘使用率告警，请同事注意\n- 今日天气：大部分多云", "- 磁盘使用率告警，请同事注意", "- 今日天气：大部分多云")]
    [InlineData("9. 磁盘使用率告警，请同事注意\n10. 今日天气：大部分多云", "9. 磁盘使用率告警，请同事注意", "10. 今日天气：大部分多云")]
    public void Items_keep_their_markers(string document, params string[] parts) => Assert.Equal(parts, MarkdownSplitter.Split(document, 64));

    [Theory]
    [InlineData("- 磁盘使用率告警，请同事注意\n  - 今日天气：大部分多云\n    - 雨", "- 磁盘使用率告警，请同事注意", "- 今日天气：大部分多云\n  - 雨")]
    [InlineData("- 磁盘使用率告警，请同事注意\n    - 今日天气：大部分多云", "- 磁盘使用率告警，请同事注意", "  - 今日天气：大部分多云")]
    [InlineData("1. 磁盘使用率告警，请同事注意\n   - 今日天气：大部分多云", "1. 磁盘使用率告警，请同事注意", "- 今日天气：大部分多云")]
    [InlineData("- 磁盘使用率告警，请同事注意\n\n  今日天气：大部分多云", "- 磁盘使用率告警，请同事注意", "今日天气：大部分多云")]
    [InlineData("- 磁盘使用率告警，请同事注意\n\n      int code = 1; // 代码", "- 磁盘使用率告警，请同事注意", "    int code = 1; // 代码")]
    [InlineData("- 磁盘使用率告警，请同事注意\n  > 今日天气：大部分多云", "- 磁盘使用率告警，请同事注意", "> 今日天气：大部分多云")]
    public void Indentation_for_an_item_of_an_earlier_part_goes(string document, params string[] parts) =>
        Assert.Equal(parts, MarkdownSplitter.Split(document, 64));

    /// <summary>The indentation of the next line, which is left out, saves no bytes in a part that ends before that line.</summary>
    [Fact]
    public void A_part_that_ends_at_the_marks_of_a_line_fits() => Assert.All(
        MarkdownSplitter.Split(
            "on\n> 13) + 磁~\n>     + ###盘完降\n>     + 磁盘[is](https://ci.example.com/图/p_1.png)\n>     9. 磁盘用告成率盘失率大大反,\\\n>     `", 90),
        part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 90));

    /// <summary>Behind text only the number 1 would begin a list.</summary>
    [Fact]
    public void The_next_number_stays_one_behind_the_rest_of_an_item() => Assert.Equal(
        ["1. 磁盘使用率告警，请同事注意。", "今日天气：大部分多云\n\n2. 雨"],
        MarkdownSplitter.Split("1. 磁盘使用率告警，请同事注意。今日天气：大部分多云\n2. 雨", 64));

    /// <summary>A dash behind a blank would begin a list at a part's start, a number with a point too, and bars a heading.</summary>
    [Theory]
    [InlineData("From the year of two thousand and twenty four to the years of - 2025")]
    [InlineData("The release of this product in the last week was the version of 12. Enjoy it")]
    [InlineData("This is the sign for a heading as everybody knows by now: it is # only")]
    [InlineData("This is the sign for a quote as everybody knows by now it is only > or")]
    public void A_word_that_would_begin_a_block_begins_no_part(string document) =>
        Assert.DoesNotMatch("^(-|\\d+\\.|#|>)", MarkdownSplitter.Split(document, 64)[1]);
}
