using System.Linq;

namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>Which addresses become links and pictures.</summary>
public sealed class AddressTests
{
    [Fact]
    public void Web_addresses_are_links() => Assert.All(WebAddresses.Links, link =>
    {
        Assert.Equal($"div.line(a<{link.Address}>(x))", DrawnText.Markdown($"[x]({link.Written})"));
        Assert.Equal($"p(a<{link.Address}>(x))", DrawnText.MarkdownV2($"[x]({link.Written})"));
    });

    [Fact]
    public void Others_are_shown_as_typed() => Assert.All(WebAddresses.Others.Append("<https://a.b/c d>"), written =>
    {
        Assert.Equal($"div.line([x]({written}))", DrawnText.Markdown($"[x]({written})"));
        Assert.Equal($"p([x]({written}) ![y]({written}))", DrawnText.MarkdownV2($"[x]({written}) ![y]({written})"));
    });

    [Theory]
    [InlineData("![图](https://a.b/c.png)", "img<https://a.b/c.png>(图)")]
    [InlineData("![](https://a.b/c.png)", "img<https://a.b/c.png>()")]
    [InlineData("[![图](https://a.b/c.png)](https://d.e)", "a<https://d.e/>(img<https://a.b/c.png>(图))")]
    [InlineData("![*a* <b>](https://a.b/c.png)", "img<https://a.b/c.png>(*a* <b>)")]
    public void Pictures_have_their_text(string content, string expected) =>
        Assert.Equal($"p({expected})", DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("[**a** `b`](https://a.b \"title\")", "a<https://a.b/>(strong(a) code(b))")]
    [InlineData("[a [b] c](https://a.b)", "a<https://a.b/>(a [b] c)")]
    [InlineData("[a [b](https://c.d)](https://a.b)", "[a a<https://c.d/>(b)](https://a.b)")]
    [InlineData("[](https://a.b)", "a<https://a.b/>()")]
    [InlineData("[**a**](x)", "[strong(a)](x)")]
    public void Links_have_marks_in_their_text(string content, string expected)
    {
        Assert.Equal($"div.line({expected})", DrawnText.Markdown(content));
        Assert.Equal($"p({expected})", DrawnText.MarkdownV2(content));
    }
}
