using System.Linq;
using WeComRobot.Content;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Content;

/// <summary>A mention that can ping nobody is told; one that was only written oddly is mended.</summary>
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
    public void A_user_id_that_cannot_be_is_told(string id)
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
    public void A_number_that_is_none_is_told(string number) =>
        Assert.Contains($"'{number}'", Assert.Single(Find(new() { Content = "x", MentionedMobileList = [number] })));

    [Fact]
    public void All_that_cannot_be_are_one_warning()
    {
        var told = Assert.Single(Find(new() { Content = "<@李四>", MentionedList = ["@a", "b"], MentionedMobileList = ["c", "@all"] }));
        Assert.Contains("'@a', 'c', '李四'", told);
    }

    [Theory]
    [InlineData("wangqing")]
    [InlineData("wang.qing-1_2@corp")]
    [InlineData("@all")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void Who_can_be_mentioned_is_not_told(string id) => Assert.Empty(Find(new() { Content = "x", MentionedList = [id] }));

    [Theory]
    [InlineData("+86 138-0000-1111", "13800001111")]
    [InlineData("8613800001111", "13800001111")]
    [InlineData("0086 138 0000 1111", "13800001111")]
    [InlineData("(+86)13800001111", "13800001111")]
    [InlineData(" 13800001111 ", "13800001111")]
    [InlineData("138\u00A00000\u20111111", "13800001111")]
    [InlineData("+852 6123-4567", "+85261234567")]
    [InlineData("@all", "@all")]
    public void A_number_goes_as_the_service_has_it(string given, string expected)
    {
        Assert.Equal([expected], MentionList.Mobiles([given]));
        Assert.Empty(Find(new() { Content = "x", MentionedMobileList = [given] }));
    }

    [Fact]
    public void Blanks_around_go_and_so_do_doubles()
    {
        Assert.Equal(["wangqing", "@all"], MentionList.Users([" wangqing ", "wangqing", "@all"], everybody: true));
        Assert.Equal(["@all"], MentionList.Users(null, everybody: true));
        Assert.Null(MentionList.Users(null));
        Assert.Equal(["13800001111"], MentionList.Mobiles(["138-0000-1111", "+8613800001111"]));
    }

    [Theory]
    [InlineData("@all")]
    [InlineData("all")]
    public void Markdown_pings_nobody_with_all(string id)
    {
        var markdown = new MarkdownMessage { Markdown = new() { Content = "x" } };
        var plan = OverflowPlan.Of(markdown, new() { MarkdownMention = MarkdownMention.For(markdown, [id]) });
        Assert.Contains("Send-WeComText", Assert.Single(plan.Notices).Text);
    }

    [Fact]
    public void Markdown_v2_knows_no_mention() =>
        Assert.Throws<WeComException>(() => MarkdownMention.For(new MarkdownV2Message(), ["wangqing"]));

    private static string[] Find(TextBody body)
    {
        return [.. OverflowPlan.Of([new TextMessage { Text = body }]).Notices.Select(notice => notice.Text)];
    }
}
