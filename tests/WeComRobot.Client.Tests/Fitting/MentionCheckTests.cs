using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>A mention that cannot notify anybody gives a warning; one in an unusual form is normalized.</summary>
public class MentionCheckTests
{
    [Theory]
    [InlineData("@zhangsan")]
    [InlineData("zhangsan,lisi")]
    [InlineData("zhangsan|lisi")]
    [InlineData("zhang san")]
    [InlineData("张三")]
    [InlineData("all")]
    [InlineData("@ALL")]
    [InlineData("zhangsan;lisi")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void An_impossible_user_id_gives_a_warning(string id)
    {
        Assert.Contains($"'{id}'", Assert.Single(Find(new() { Content = "x", MentionedList = ["wangqing", id] })));
        Assert.Contains($"'{id}'", Assert.Single(Find(new() { Content = $"x <@{id}>" })));
    }

    [Theory]
    [InlineData("1.3800001111E+010")]
    [InlineData("138-0000-1111,139")]
    [InlineData("zhangsan")]
    [InlineData("１３８００００１１１１")]
    [InlineData("+")]
    [InlineData("138+0000")]
    public void An_impossible_number_gives_a_warning(string number) =>
        Assert.Contains($"'{number}'", Assert.Single(Find(new() { Content = "x", MentionedMobileList = [number] })));

    [Fact]
    public void All_impossible_mentions_give_one_warning()
    {
        var warning = Assert.Single(Find(new() { Content = "<@李四>", MentionedList = ["@a", "b"], MentionedMobileList = ["c", "@all"] }));
        Assert.Contains("'@a', 'c', '李四'", warning);
    }

    [Theory]
    [InlineData("wangqing")]
    [InlineData("wang.qing-1_2@corp")]
    [InlineData("@all")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void A_possible_user_id_gives_no_warning(string id) => Assert.Empty(Find(new() { Content = "x", MentionedList = [id] }));

    [Theory]
    [InlineData("+86 138-0000-1111", "13800001111")]
    [InlineData("8613800001111", "13800001111")]
    [InlineData("0086 138 0000 1111", "13800001111")]
    [InlineData("(+86)13800001111", "13800001111")]
    [InlineData(" 13800001111 ", "13800001111")]
    [InlineData("138\u00A00000\u20111111", "13800001111")]
    [InlineData("\u202A13800001111\u202C", "13800001111")]
    [InlineData("\u200B138 0000 1111\uFEFF", "13800001111")]
    [InlineData("+852 6123-4567", "+85261234567")]
    [InlineData("@all", "@all")]
    public void A_number_is_sent_in_the_form_of_the_service(string given, string expected)
    {
        Assert.Equal([expected], MentionList.Mobiles([given]));
        Assert.Empty(Find(new() { Content = "x", MentionedMobileList = [given] }));
    }

    [Fact]
    public void White_space_around_ids_and_duplicates_are_removed()
    {
        Assert.Equal(["wangqing", "@all"], MentionList.Users([" wangqing ", "wangqing", "\u200Bwangqing\uFEFF", "@all"], everybody: true));
        Assert.Equal(["@all"], MentionList.Users(null, everybody: true));
        Assert.Null(MentionList.Users(null));
        Assert.Equal(["13800001111"], MentionList.Mobiles(["138-0000-1111", "+8613800001111"]));
    }

    [Theory]
    [InlineData("@all")]
    [InlineData("all")]
    public void All_in_markdown_gives_a_warning(string id)
    {
        var markdown = new MarkdownMessage { Markdown = new() { Content = "x" } };
        var plan = OverflowPlan.For(markdown, new() { MarkdownMention = MarkdownMention.For(markdown, [id]) });
        Assert.Contains("send a text message", Assert.Single(plan.Notices).Text);
    }

    [Fact]
    public void Markdown_v2_has_no_mentions() =>
        Assert.Throws<WeComException>(() => MarkdownMention.For(new MarkdownV2Message(), ["wangqing"]));

    private static string[] Find(TextBody body) => [.. OverflowPlan.For([new TextMessage { Text = body }]).Notices.Select(notice => notice.Text)];
}
