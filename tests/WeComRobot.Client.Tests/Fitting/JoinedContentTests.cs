using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>Lines are packed into messages as they come.</summary>
public class JoinedContentTests
{
    [Fact]
    public void A_message_is_complete_when_the_next_line_does_not_fit()
    {
        var joined = new JoinedContent(Text(limit: 64), new());
        Assert.Empty(joined.Add(new string('a', 31)));
        Assert.Empty(joined.Add(new string('b', 32))); // 31 + 1 + 32: exactly full
        Assert.Equal([new string('a', 31) + "\n" + new string('b', 32)], Contents(joined.Add("c")));
        Assert.Equal(["c"], Contents(joined.Finish()));
    }

    [Theory]
    [InlineData("one", "two ")]
    [InlineData("  one", "", "", "two")]
    [InlineData("\tone\n\ntwo")]
    [InlineData("one\n", "two")]
    public void What_fits_into_one_message_is_unchanged(params string[] lines) =>
        Assert.Equal([string.Join('\n', lines)], Pack(Text(), new(), lines));

    [Theory]
    [InlineData("", "  one", "")]
    [InlineData("", " ", "\e[0m", "  \e[32mone\e[0m", "\u3000", "\r\n")]
    [InlineData(" 10%\r 60%\r  one\e[K")]
    public void Lines_are_cleaned_as_they_come(params string[] lines) => Assert.Equal(["  one"], Pack(Text(), new(), lines));

    [Fact]
    public void Blank_lines_between_lines_are_kept_and_those_around_are_removed()
    {
        var joined = new JoinedContent(Text(limit: 64), new());
        Assert.All(["", "first", "", ""], line => Assert.Empty(joined.Add(line)));
        Assert.Equal(["first"], Contents(joined.Add(new string('b', 62))));
        Assert.Equal([new string('b', 62)], Contents(joined.Finish()));
    }

    [Fact]
    public void A_line_longer_than_a_message_is_broken_and_shares_its_last_message()
    {
        var parts = Pack(Text(limit: 64), new(), "first", new string('x', 100), "last");
        Assert.Equal(["first", new string('x', 64), new string('x', 36) + "\nlast"], parts);
    }

    [Fact]
    public void Packing_takes_the_fewest_messages_possible_without_cutting_lines()
    {
        var random = new Random(4);
        var lines = Enumerable.Range(0, 2000).Select(i => new string((char)('a' + (i % 26)), random.Next(1, 60))).ToArray();
        var parts = Pack(Text(limit: 64), new(), lines);

        // Greedy packing is optimal if no line may be cut: each message ends only because the next line does not fit
        var next = 0;
        foreach (var part in parts)
        {
            var count = part.Split('\n').Length;
            Assert.Equal(string.Join('\n', lines.Skip(next).Take(count)), part);
            next += count;
            Assert.True(next == lines.Length || part.Length + 1 + lines[next].Length > 64);
        }

        Assert.Equal(lines.Length, next);
    }

    [Fact]
    public void A_fence_longer_than_a_message_stays_fenced()
    {
        var parts = Pack(
            new MarkdownV2Message { ByteLimit = 64 }, new(),
            ["```sh", .. Enumerable.Range(10, 20).Select(i => $"command {i}"), "```", "text"]);
        Assert.All(parts.Where(p => p.Contains("command")), part => Assert.Matches(@"\A```sh\n(command \d+\n)+```(\ntext)?\z", part));
        Assert.EndsWith("text", parts[^1]);
        Assert.Equal(Enumerable.Range(10, 20), parts.SelectMany(p => p.Split('\n')).Where(l => l.StartsWith("command ")).Select(l => int.Parse(l[8..])));
    }

    [Theory]
    [InlineData(MentionPlace.First, "x..")]
    [InlineData(MentionPlace.Last, "..x")]
    [InlineData(MentionPlace.All, "xxx")]
    public void Mentions_are_on_the_messages_that_the_options_name(MentionPlace place, string expected)
    {
        string[] lines = [new('a', 50), new('b', 50), new('c', 50)];
        var options = new OverflowOptions { MentionOn = place, MarkdownMention = ["li"] };
        var markdown = Pack(new MarkdownMessage { ByteLimit = 64 }, options, lines);
        Assert.Equal(expected, string.Concat(markdown.Select(m => m.EndsWith("\n<@li>") ? 'x' : '.')));
        Assert.All(markdown, m => Assert.InRange(Encoding.UTF8.GetByteCount(m), 50, 64));

        var text = new JoinedContent(new TextMessage { ByteLimit = 64, Text = new() { MentionedList = ["li"] } }, options);
        OverflowPlan[] plans = [.. lines.SelectMany(text.Add), .. text.Finish()];
        var messages = plans.SelectMany(p => p.Messages).Cast<TextMessage>();
        Assert.Equal(expected, string.Concat(messages.Select(m => m.Text!.MentionedList is null ? '.' : 'x')));
    }

    [Theory]
    [InlineData(OverflowPolicy.Truncate)]
    [InlineData(OverflowPolicy.File)]
    [InlineData(OverflowPolicy.Error)]
    public void With_any_other_policy_the_lines_are_one_content(OverflowPolicy policy)
    {
        string[] lines = [.. Enumerable.Repeat("0123456789", 300)];
        var options = new OverflowOptions { Policy = policy, FileName = "a.txt" };
        var joined = new JoinedContent(Text(), options);
        Assert.All(lines, line => Assert.Empty(joined.Add(line)));
        var whole = OverflowPlan.For(Text().WithContent(string.Join('\n', lines)), options);
        var plan = Assert.Single(joined.Finish());
        Assert.Equal(whole.Messages, plan.Messages);
        Assert.Equal(whole.File?.Content, plan.File?.Content);
    }

    [Fact]
    public void Without_a_line_there_is_nothing_to_send() => Assert.Empty(new JoinedContent(Text(), new()).Finish());

    [Fact]
    public void Blank_lines_after_a_full_message_are_not_a_message() =>
        Assert.Equal([new string('a', 64)], Pack(Text(limit: 64), new(), [new string('a', 64), .. Enumerable.Repeat("", 100)]));

    private static TextMessage Text(int? limit = null) => new() { ByteLimit = limit, Text = new() };

    private static string[] Pack(ContentMessage message, OverflowOptions options, params string[] lines)
    {
        var joined = new JoinedContent(message, options);
        return Contents([.. lines.SelectMany(joined.Add), .. joined.Finish()]);
    }

    private static string[] Contents(IEnumerable<OverflowPlan> plans) =>
        [.. plans.SelectMany(p => p.Messages).Select(m => ((ContentMessage)m).GetContent()!)];
}
