using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>A picture whose bytes are in the Markdown is refused, however it is written.</summary>
public class DataPictureTests
{
    private const string Data = "data:image/png;base64,iVBORw0KGgo=";

    [Theory]
    [InlineData("![图]({0})")]
    [InlineData("text ![](<{0}>) text")]
    [InlineData("![](  {0} \"title\")")]
    [InlineData("![a [nested] b]({0})")]
    [InlineData("![over two\nlines]({0})")]
    [InlineData("[![badge]({0})](https://a.example)")]
    [InlineData("> - ![]({0})")]
    [InlineData("| a |\n|---|\n| ![]({0}) |")]
    [InlineData("![][image1]\n\n[image1]: <{0}>")]
    [InlineData("![logo]\n\n[logo]:\n  {0} \"title\"")]
    [InlineData("<img src=\"{0}\">")]
    [InlineData("<IMG alt='a' width=5\n src = '{0}' />")]
    [InlineData("<p><img alt=a src={0}></p>")]
    public void A_data_picture_is_refused_before_it_could_become_a_link(string format)
    {
        var content = string.Format(null, format, Data);
        foreach (var picture in new[] { content, content.Replace("data:", "DATA:"), content.Replace("Ggo=", new string('x', 9000)) })
        {
            Assert.Equal(FailureCause.InvalidMessage, Refusal(Marked.Markdown(picture), new()).Cause);
            Assert.Equal(FailureCause.InvalidMessage, Refusal(new MarkdownMessage { Markdown = new() { Content = picture } }, new() { Adapt = true }).Cause);
        }
    }

    [Theory]
    [InlineData("![a](https://a.example/a.png) [link]({0})")]
    [InlineData("[link]({0})")]
    [InlineData("`![]({0})`")]
    [InlineData("```\n![]({0})\n```")]
    [InlineData("    ![]({0})")]
    [InlineData("\\![a]\\({0})")]
    [InlineData("!\\[a]({0})")]
    [InlineData("a `<img src=\"{0}\">` b")]
    [InlineData("src={0}")]
    [InlineData("[metadata]: data of the run")]
    [InlineData("<img src=\"a.png\" alt=\"{0}\">")]
    public void Anything_else_with_such_an_address_is_allowed(string format) =>
        Assert.DoesNotContain(MessageCheck.Run(Marked.Markdown(string.Format(null, format, Data))), finding => finding.IsError);

    private static InvalidMessageException Refusal(ContentMessage message, OverflowOptions options) =>
        Assert.Throws<InvalidMessageException>(() => OverflowPlan.For(message, options));
}
