using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Mentions go once, on the first part, unless the user says otherwise.</summary>
public class MentionPlaceTests
{
    private static readonly string Long = string.Join("\n", Enumerable.Range(1, 200).Select(i => $"第{i}行：磁盘使用率告警"));

    [Theory]
    [InlineData(MentionPlace.First)]
    [InlineData(MentionPlace.Last)]
    [InlineData(MentionPlace.All)]
    public void Text_has_its_lists_on_these_parts_only(MentionPlace place)
    {
        var message = new TextMessage { Text = new() { Content = Long, MentionedList = ["wangqing", "@all"], MentionedMobileList = ["13800001111"] } };
        var bodies = Marked.Plan(message, new() { MentionOn = place }).Select(m => ((TextMessage)m).Text!).ToArray();
        Assert.True(bodies.Length > 3);
        for (var i = 0; i < bodies.Length; i++)
        {
            Assert.Equal(IsMentioned(place, i, bodies.Length) ? ["wangqing", "@all"] : null, bodies[i].MentionedList);
            Assert.Equal(IsMentioned(place, i, bodies.Length) ? ["13800001111"] : null, bodies[i].MentionedMobileList);
        }
    }

    [Theory]
    [InlineData(MentionPlace.First, PartMarkPlace.Start)]
    [InlineData(MentionPlace.Last, PartMarkPlace.Start)]
    [InlineData(MentionPlace.All, PartMarkPlace.Start)]
    [InlineData(MentionPlace.First, PartMarkPlace.End)]
    [InlineData(MentionPlace.Last, PartMarkPlace.End)]
    [InlineData(MentionPlace.All, PartMarkPlace.End)]
    public void Markdown_has_a_line_of_them_on_these_parts_only(MentionPlace place, PartMarkPlace markPlace)
    {
        foreach (var limit in new[] { 96, 128, 257, 1000, 4096 })
        {
            var options = new OverflowOptions { MentionOn = place, MarkdownMention = ["wangqing", "李四"], Mark = new(place: markPlace) };
            var contents = Marked.Plan(Marked.Markdown(Long, limit), options).Select(Marked.ContentOf).ToArray();
            Assert.True(contents.Length > 1);
            for (var i = 0; i < contents.Length; i++)
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(contents[i]), 1, limit);
                Assert.Equal(IsMentioned(place, i, contents.Length), contents[i].Split('\n').Contains("<@wangqing> <@李四>"));
                Assert.Equal(IsMentioned(place, i, contents.Length), contents[i].Contains("<@"));
            }
        }
    }

    [Theory]
    [InlineData(MentionPlace.First)]
    [InlineData(MentionPlace.Last)]
    [InlineData(MentionPlace.All)]
    public void The_only_part_has_the_mentions(MentionPlace place)
    {
        var text = new TextMessage { Text = new() { Content = "告警", MentionedList = ["wangqing"] } };
        Assert.Equal(["wangqing"], ((TextMessage)Assert.Single(Marked.Plan(text, new() { MentionOn = place }))).Text!.MentionedList);

        var markdown = Marked.Plan(Marked.Markdown("告警"), new() { MentionOn = place, MarkdownMention = ["wangqing"] });
        Assert.Equal("告警\n<@wangqing>", Marked.ContentOf(Assert.Single(markdown)));
    }

    /// <summary>A content that fits, but not with its mentions, is too long.</summary>
    [Fact]
    public void The_bytes_of_the_mentions_count()
    {
        var options = new OverflowOptions { MarkdownMention = ["wangqing"] };
        var contents = Marked.Plan(Marked.Markdown(new string('a', 60), 64), options).Select(Marked.ContentOf).ToArray();
        Assert.Equal(2, contents.Length);
        Assert.All(contents, c => Assert.InRange(Encoding.UTF8.GetByteCount(c), 1, 64));
        Assert.Equal(60, string.Concat(contents).Count(c => c == 'a') - 1);
    }

    private static bool IsMentioned(MentionPlace place, int index, int count) =>
        place == MentionPlace.All || index == (place == MentionPlace.First ? 0 : count - 1);
}
