using WeComRobot.Fitting;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>"支持在content中使用&lt;@userid>扩展语法来@群成员".</summary>
public class MarkdownMentionTests
{
    [Theory]
    [InlineData("**done**", new[] { "wangqing" }, "**done**\n<@wangqing>")]
    [InlineData("**done**", new[] { "wangqing", "李四" }, "**done**\n<@wangqing> <@李四>")]
    [InlineData("> quoted", new[] { "wangqing" }, "> quoted\n\n<@wangqing>")]
    [InlineData("**done**", new string[0], "**done**")]
    [InlineData("**done**", null, "**done**")]
    [InlineData("", new[] { "wangqing" }, "")]
    public void Members_are_mentioned_on_a_line_of_their_own(string content, string[]? userIds, string expected) =>
        Assert.Equal(expected, MarkdownMention.Append(content, userIds));
}
