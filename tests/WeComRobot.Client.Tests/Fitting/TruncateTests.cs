using System;
using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>The policies Truncate and Error, which send one message or none.</summary>
public class TruncateTests
{
    private static readonly OverflowOptions Truncate = new() { Policy = OverflowPolicy.Truncate };

    [Fact]
    public void Text_is_cut_at_a_line_end_and_says_how_many_bytes_are_left_out()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 300).Select(i => $"第 {i} 行"));
        var content = Cut(new TextMessage { Text = new() { Content = lines } });

        var kept = content[..content.LastIndexOf('\n')];
        var left = lines[kept.Length..];
        Assert.StartsWith(kept + "\n第 ", lines);
        Assert.Equal($"{kept}\n… {Encoding.UTF8.GetByteCount(left)} bytes left out", content);
        Assert.InRange(Encoding.UTF8.GetByteCount(content), 1900, 2048);
    }

    [Fact]
    public void A_fence_is_closed_before_the_notice()
    {
        var content = Cut(Markdown("```sh\n" + string.Join('\n', Enumerable.Repeat("ls -l", 1000)) + "\n```"));
        Assert.EndsWith("ls -l\n```\n\n… ", content[..(content.IndexOf('…') + 2)]);
        Assert.InRange(Encoding.UTF8.GetByteCount(content), 3900, 4096);
    }

    [Fact]
    public void Mentions_are_kept_whatever_is_cut()
    {
        var plan = OverflowPlan.For(
            new MarkdownMessage { Markdown = new() { Content = new string('长', 3000) } },
            Truncate with { MarkdownMention = ["lisi"], MentionOn = MentionPlace.Last });
        Assert.EndsWith("bytes left out\n<@lisi>", ((MarkdownMessage)Assert.Single(plan.Messages)).Markdown!.Content);
        MessageCheck.ThrowIfInvalid(plan.Messages[0]);
    }

    [Theory]
    [InlineData("https://example.com/{0}", 3000, true)]
    [InlineData("日志 [查看](https://example.com/{0})", 5000, true)]
    [InlineData("![图](https://example.com/{0})", 5000, true)]
    [InlineData("[查看{0}](https://example.com)", 5000, true)]
    [InlineData("https://example.com/ {0}", 5000, false)]
    [InlineData("{0}\nhttps://example.com/a", 5000, false)]
    public void A_cut_link_gives_a_warning(string content, int length, bool isWarned)
    {
        var text = string.Format(null, content, new string('x', length));
        Message message = content.StartsWith("https", System.StringComparison.Ordinal) ? new TextMessage { Text = new() { Content = text } } : Markdown(text);
        Assert.Equal(isWarned, OverflowPlan.For((ContentMessage)message, Truncate).Notices.Any(n => n.Text == Strings.LinkCut.With(n.Field, n.Limit).Then(Strings.AdviseShorterLink)));
    }

    [Theory]
    [InlineData(OverflowPolicy.Truncate)]
    [InlineData(OverflowPolicy.Split)]
    [InlineData(OverflowPolicy.Error)]
    [InlineData(OverflowPolicy.File)]
    public void Content_that_fits_is_unchanged(OverflowPolicy policy)
    {
        var message = new TextMessage { Text = new() { Content = new string('x', 2048) } };
        var plan = OverflowPlan.For(message, new() { Policy = policy });
        Assert.Equal(message, Assert.Single(plan.Messages));
        Assert.Null(plan.File);
    }

    [Fact]
    public void With_Error_the_message_fails_its_own_check_which_names_size_and_limit()
    {
        var plan = OverflowPlan.For(new TextMessage { Text = new() { Content = new string('x', 2049) } }, new() { Policy = OverflowPolicy.Error });
        var error = Assert.Throws<InvalidMessageException>(() => MessageCheck.ThrowIfInvalid(Assert.Single(plan.Messages)));
        Assert.Equal((FailureCause.ContentTooLong, 2048L, 2049L), (error.Cause, error.Errors[0].Limit, error.Errors[0].Actual));
    }

    [Theory]
    [InlineData(5120)]
    [InlineData(100)]
    public void The_limit_is_that_of_the_message(int limit)
    {
        var message = new TextMessage { ByteLimit = limit, Text = new() { Content = new string('x', limit + 1) } };
        var plan = OverflowPlan.For(message, Truncate);
        MessageCheck.ThrowIfInvalid(Assert.Single(plan.Messages));
        Assert.Equal(limit, Encoding.UTF8.GetByteCount(((TextMessage)plan.Messages[0]).Text!.Content!), 2.0);
    }

    [Fact]
    public void A_limit_that_the_mentions_use_up_is_an_error_with_the_sizes()
    {
        var message = new MarkdownMessage { ByteLimit = 64, Markdown = new() { Content = new string('x', 100) } };
        var error = Assert.Throws<InvalidMessageException>(() =>
            OverflowPlan.For(message, Truncate with { MarkdownMention = [new string('u', 40)] }));
        Assert.Equal(FailureCause.ContentTooLong, error.Cause);
        Assert.Contains("64 bytes has too little room", error.Message);
    }

    private static MarkdownV2Message Markdown(string content) => new() { Markdown = new() { Content = content } };

    private static string Cut(ContentMessage message)
    {
        var only = Assert.Single(OverflowPlan.For(message, Truncate).Messages);
        MessageCheck.ThrowIfInvalid(only);
        return only is TextMessage text ? text.Text!.Content! : ((MarkdownV2Message)only).Markdown!.Content!;
    }
}
