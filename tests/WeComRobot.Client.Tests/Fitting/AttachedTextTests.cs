using System;
using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>The policy File sends the whole content as a file, and its first lines as a message.</summary>
public class AttachedTextTests
{
    private static readonly VirtualTime Time = new(new DateTimeOffset(2025, 6, 4, 8, 30, 5, TimeSpan.Zero));

    [Fact]
    public void The_file_has_every_byte_and_no_byte_order_mark()
    {
        var content = "第一行 🚨\n" + new string('x', 3000);
        Assert.Equal(Encoding.UTF8.GetBytes(content), Plan(Text(content)).File!.Content);
    }

    [Fact]
    public void The_message_has_the_first_lines_and_the_name_and_size_of_the_file()
    {
        var content = string.Join('\n', Enumerable.Range(1, 1000).Select(i => $"line {i}"));
        var lead = ((TextMessage)Assert.Single(Plan(Text(content)).Messages)).Text!.Content!;
        Assert.StartsWith("line 1\nline 2\n", lead);
        Assert.EndsWith($"\n… {content.Length} bytes in all, in the file 2025-06-04 083005.txt", lead);
        Assert.InRange(lead.Length, 400, 600);
    }

    [Theory]
    [InlineData("# 日报\n", "日报.md")]
    [InlineData("text\n\n## **Backup** of `db01`: 2025/06/04?\n", "Backup of db01_ 2025_06_04_.md")]
    [InlineData("#no heading\n", "2025-06-04 083005.md")]
    [InlineData("# \n", "2025-06-04 083005.md")]
    [InlineData("# ...\n", "2025-06-04 083005.md")]
    public void Markdown_is_named_after_its_first_heading_or_the_time(string start, string name) =>
        Assert.Equal(name, Plan(Markdown(start + new string('x', 5000))).File!.Name);

    [Fact]
    public void A_long_heading_is_cut_between_characters()
    {
        var name = Plan(Markdown("# " + string.Concat(Enumerable.Repeat("👩🏽\u200D💻", 50)) + "\n" + new string('x', 5000))).File!.Name;
        Assert.Equal(string.Concat(Enumerable.Repeat("👩🏽\u200D💻", 8)) + ".md", name);
    }

    [Fact]
    public void A_given_name_is_kept()
    {
        var plan = OverflowPlan.For(Text(new string('x', 3000)), new() { Policy = OverflowPolicy.File, FileName = "日志.log" });
        Assert.Equal("日志.log", plan.File!.Name);
        Assert.Contains("日志.log", ((TextMessage)plan.Messages[0]).Text!.Content);
    }

    [Fact]
    public void Bytes_are_uploaded_as_a_file()
    {
        using var file = MediaFile.FromBytes("123456"u8.ToArray(), "a.txt");
        Assert.Equal((MediaType.File, 6L, "a.txt"), (file.Type, file.Size, file.Name));
        Assert.Throws<WeComException>(() => MediaFile.FromBytes("12345"u8.ToArray(), "a.txt"));
    }

    private static OverflowPlan Plan(ContentMessage message) => OverflowPlan.For(message, new() { Policy = OverflowPolicy.File }, Time);

    private static TextMessage Text(string content) => new() { Text = new() { Content = content } };

    private static MarkdownV2Message Markdown(string content) => new() { Markdown = new() { Content = content } };
}
