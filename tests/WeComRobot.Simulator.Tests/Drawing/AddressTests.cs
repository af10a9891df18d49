namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>Which addresses become links and pictures.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("https://a.b", "https://a.b/")]
    [InlineData("HTTP://a.b:8080/c?d=e&f#g", "http://a.b:8080/c?d=e&f#g")]
    [InlineData("https:work.weixin.qq.com/api/doc", "https://work.weixin.qq.com/api/doc")]
    [InlineData("www.qq.com", "http://www.qq.com/")]
    [InlineData("www.qq.com:81/a?b", "http://www.qq.com:81/a?b")]
    [InlineData("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a")]
    [InlineData("http://[::1]/a", "http://[::1]/a")]
    [InlineData("https://a.b/中文(1)", "https://a.b/%E4%B8%AD%E6%96%87(1)")]
    [InlineData("<https://a.b/c d>", "[x](<https://a.b/c d>)")]
    public void Web_addresses_are_links(string written, string address)
    {
        var expected = address.StartsWith('[') ? address : $"a<{address}>(x)";
        Assert.Equal($"div.line({expected})", DrawnText.Markdown($"[x]({written})"));
        Assert.Equal($"div.line({expected})", DrawnText.MarkdownV2($"[x]({written})"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("javascript&#58;alert(1)")]
    [InlineData("java&#9;script:alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.c")]
    [InlineData("wxwork://a")]
    [InlineData("//a.b")]
    [InlineData("/a")]
    [InlineData("#a")]
    [InlineData("a")]
    [InlineData("https:")]
    [InlineData("https://")]
    [InlineData("http://javascript:alert(1)")]
    [InlineData("localhost:8080/a")]
    [InlineData("a@b.c")]
    [InlineData("")]
    public void Others_are_shown_as_typed(string written)
    {
        Assert.Equal($"div.line([x]({written}))", DrawnText.Markdown($"[x]({written})"));
        Assert.Equal($"div.line([x]({written}) ![y]({written}))", DrawnText.MarkdownV2($"[x]({written}) ![y]({written})"));
    }

    [Theory]
    [InlineData("![图](https://a.b/c.png)", "img<https://a.b/c.png>(图)")]
    [InlineData("![](https://a.b/c.png)", "img<https://a.b/c.png>()")]
    [InlineData("[![图](https://a.b/c.png)](https://d.e)", "a<https://d.e/>(img<https://a.b/c.png>(图))")]
    [InlineData("![*a* <b>](https://a.b/c.png)", "img<https://a.b/c.png>(*a* <b>)")]
    public void Pictures_have_their_text(string content, string expected) =>
        Assert.Equal($"div.line({expected})", DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("[**a** `b`](https://a.b \"title\")", "a<https://a.b/>(strong(a) code(b))")]
    [InlineData("[a [b] c](https://a.b)", "a<https://a.b/>(a [b] c)")]
    [InlineData("[a [b](https://c.d)](https://a.b)", "[a a<https://c.d/>(b)](https://a.b)")]
    [InlineData("[](https://a.b)", "a<https://a.b/>(https://a.b/)")]
    [InlineData("[**a**](x)", "[strong(a)](x)")]
    public void Links_have_marks_in_their_text(string content, string expected)
    {
        Assert.Equal($"div.line({expected})", DrawnText.Markdown(content));
        Assert.Equal($"div.line({expected})", DrawnText.MarkdownV2(content));
    }
}
