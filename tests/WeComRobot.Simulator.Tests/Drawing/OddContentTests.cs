using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using WeComRobot.Simulator.Drawing;

namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>Content that nobody writes by hand. A message of it is drawn as typed, and the simulator lives on.</summary>
public sealed class OddContentTests
{
    private const int MaxBytes = 4096;
    private const int SmallStackBytes = 256 * 1024;

    // Each is hard for some parser
    public static TheoryData<string> Units { get; } = new(
        ">", "> ", "[", "![", "[](", "](", "[a](b) ", "*", "**", "*a ", "*a*", "*a**b***c", "**a *b ", "- ", "- - a\n", "1. ", "> - ", "  - a\n",
        "`", "``a", "```\n", "|", "|-", "|*", "|[", "a|b\n-|-\n", "# ", "\\", "<", "<@", "<font color=\"info\">", "</font>", "<font ", "&#58;",
        "\n", "\r", "\0", "\u202E", "\u0301", "😀", "*[", "_", "---\n");

    [Theory]
    [MemberData(nameof(Units))]
    public void Any_repetition_is_drawn_on_a_small_stack(string unit)
    {
        var content = string.Concat(Enumerable.Repeat(unit, MaxBytes / Encoding.UTF8.GetByteCount(unit)));
        Exception? failure = null;
        var thread = new Thread(
            () => failure = Record.Exception(() =>
            {
                // Options as those of an answer, which allow a depth of 64
                JsonSerializer.Serialize(new[] { new { nodes = MarkdownDrawing.Draw("markdown", content) } });
                JsonSerializer.Serialize(new[] { new { nodes = MarkdownDrawing.Draw("markdown_v2", content) } });
            }),
            SmallStackBytes);
        thread.Start();
        Assert.True(thread.Join(Patience.Limit));
        Assert.Null(failure);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("> - ")]
    [InlineData("1. ")]
    public void What_is_nested_too_deep_is_shown_as_typed(string unit)
    {
        var content = string.Concat(Enumerable.Repeat(unit, 1000)) + "a";
        Assert.Equal($"div.line({content})", DrawnText.MarkdownV2(content));
    }

    [Fact]
    public void Spans_that_are_nested_too_deep_are_shown_as_typed()
    {
        var content = $"x\n{string.Concat(Enumerable.Repeat("*a ", 20))}b{string.Concat(Enumerable.Repeat(" c*", 20))}";
        Assert.Equal(string.Concat(content.Split('\n').Select(line => $"div.line({line})")), DrawnText.MarkdownV2(content));
    }

    // Up to 10 levels are drawn, and Markdig reads up to about 60
    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    public void Lists_that_are_nested_too_deep_are_shown_as_typed(int levels)
    {
        string[] lines = [.. Enumerable.Range(0, levels).Select(level => $"{new string(' ', 2 * level)}- a")];
        Assert.Equal(string.Concat(lines.Select(line => $"div.line({line})")), DrawnText.MarkdownV2(string.Join('\n', lines)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void Ten_levels_are_drawn(int levels)
    {
        var content = string.Concat(Enumerable.Repeat("> ", levels)) + "a";
        var quotes = $"{string.Concat(Enumerable.Repeat("blockquote(", levels))}p(a){new string(')', levels)}";
        Assert.Equal(levels > 10 ? $"div.line({content})" : quotes, DrawnText.MarkdownV2(content));
    }

    [Fact]
    public void Marks_of_a_terminal_are_text()
    {
        const string Log = "\u001B[31mERROR\u001B[0m [1 [2 [3 [4 [5 [6 [7 [8 [9 [10 [11 [12 [a](https://a.b)";
        var expected = Log.Replace("[a](https://a.b)", "a<https://a.b/>(a)");
        Assert.Equal($"div.line({expected})", DrawnText.Markdown(Log));
        Assert.Equal($"p({expected})", DrawnText.MarkdownV2(Log));
    }

    [Fact]
    public void A_NUL_is_drawn_as_a_replacement_character()
    {
        Assert.Equal("div.line(a\uFFFDb)", DrawnText.Markdown("a\0b"));
        Assert.Equal("p(a\uFFFDb)", DrawnText.MarkdownV2("a\0b"));
    }

    [Fact]
    public void Content_that_only_a_refused_message_has_is_shown_as_typed()
    {
        var content = $"**{new string('a', 2 * MaxBytes)}**";
        Assert.Equal($"div.line({content})", DrawnText.Markdown(content));
    }
}
