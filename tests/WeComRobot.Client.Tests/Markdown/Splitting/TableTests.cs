using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Rows stay rows: header and alignment are repeated.</summary>
public class TableTests
{
    private const string Head = "| 姓名 | 城市 |\n|:--|--:|";

    [Fact]
    public void Header_and_alignment_are_repeated() => Assert.Equal(
        [Head + "\n| 张三 | 广州 |\n| 李四 | 深圳 |", Head + "\n| 王五 | 北京 |"],
        MarkdownSplitter.Split(Head + "\n| 张三 | 广州 |\n| 李四 | 深圳 |\n| 王五 | 北京 |", 80));

    [Fact]
    public void In_a_quote_they_are_repeated_with_its_mark() => Assert.Equal(
        ["> | 姓名 | 城市 |\n> |:--|--:|\n> | 张三 | 广州 |", "> | 姓名 | 城市 |\n> |:--|--:|\n> | 李四 | 深圳 |"],
        MarkdownSplitter.Split("> | 姓名 | 城市 |\n> |:--|--:|\n> | 张三 | 广州 |\n> | 李四 | 深圳 |", 72));

    [Fact]
    public void A_table_does_not_begin_with_its_head_alone() => Assert.Equal(
        ["一段文字，请相关同事注意。", Head + "\n| 张三 | 广州 |"],
        MarkdownSplitter.Split("一段文字，请相关同事注意。\n\n" + Head + "\n| 张三 | 广州 |", 80));

    [Theory]
    [InlineData(@"| a\|b | c |")]
    [InlineData(@"| `a\|b` | c |")]
    [InlineData(@"a\|b\|c | d\|")]
    [InlineData(@"| a\\| b |")]
    [InlineData(@"| \\\| | [x\|y](https://example.com) |")]
    public void An_escaped_pipe_is_no_border_of_a_cell(string header)
    {
        var head = header + "\n|---|---|";
        var rows = string.Concat(Enumerable.Repeat("\n| one | two |", 40));
        Assert.All(MarkdownSplitter.Split(head + rows, 128), part => Assert.StartsWith(head + "\n| one", part));
    }

    [Fact]
    public void Below_a_head_of_half_a_part_a_longer_row_comes_as_text_and_the_table_goes_on_behind_it()
    {
        var remark = string.Join(" ", Enumerable.Repeat("word", 30));
        const string wide = "| 姓名姓名姓名 | 城市 |\n|:--|--:|";
        var parts = MarkdownSplitter.Split(wide + "\n| 张三 | 广州 |\n| 李四 | " + remark + " |\n| 王五 | 北京 |", 72);

        Assert.Equal(wide + "\n| 张三 | 广州 |", parts[0]);
        Assert.StartsWith("| 李四 | word", parts[1]);
        Assert.Equal(30, string.Concat(parts).Split("word").Length - 1);
        Assert.EndsWith(wide + "\n| 王五 | 北京 |", parts[^1]);
    }
}
