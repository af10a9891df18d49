using System.Text;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>What is wrong with the parts of a plain text is seen.</summary>
public class TextOracleTests
{
    [Theory]
    [InlineData("lost", "告警\n请注意", "告警", "请")]
    [InlineData("other text", "告警\n请注意", "请注意", "告警")]
    [InlineData("other text", "告警\n请注意", "告警", "注意")]
    [InlineData("empty", "告警\n请注意", "告警", " ", "请注意")]
    [InlineData("too long", "告警\n请注意", "告警\n请注意")]
    [InlineData("sign or mention cut", "告警👩🏽‍💻", "告警👩", "🏽‍💻")]
    [InlineData("sign or mention cut", "Ele\u0301ment", "Ele", "\u0301ment")]
    [InlineData("sign or mention cut", "请<@wangqing>处理", "请<@wang", "qing>处理")]
    [InlineData("indentation lost", "if (a)\n    b();", "if (a)", "b();")]
    [InlineData("better break: paragraph", "告警！告警！\n\n请\n注意", "告警！告警！\n\n请", "注意")]
    [InlineData("better break: line", "告警！告警！\n请 注意", "告警！告警！\n请", "注意")]
    [InlineData("better break: blank", "failed build again", "failed build ag", "ain")]
    [InlineData("better break: ideographs", "磁盘告警，请注意", "磁盘告警", "，请注意")]
    [InlineData("better break: ideographs", "请看磁盘（告警）", "请看磁盘（", "告警）")]
    public void A_bad_split_of_text_is_detected(string problem, string text, params string[] parts) =>
        Assert.StartsWith(problem, TextOracle.Problem(text, Encoding.UTF8.GetByteCount(text) - 1, parts));

    [Theory]
    [InlineData("if (a)\n    b();", "if (a)", "    b();")]
    [InlineData("告警！  \r\n \r\n请注意", "告警！", "请注意")]
    [InlineData("磁盘告警，请注意", "磁盘告警，", "请注意")]
    [InlineData("请看👩🏽‍💻告警", "请看👩🏽‍💻", "告警")]
    public void A_good_split_of_text_is_taken(string text, params string[] parts) =>
        Assert.Null(TextOracle.Problem(text, Encoding.UTF8.GetByteCount(text) - 1, parts));
}
