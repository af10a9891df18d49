namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>msgtype markdown: headings, bold, links, inline code, quotes, fonts and mentions, line by line; all else as typed.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# 一\n###### 六", "h1(一)h6(六)")]
    [InlineData("#一\n####### 七\n#", "div.line(#一)div.line(####### 七)div.line(#)")]
    [InlineData("# **a** `b`", "h1(strong(a) code(b))")]
    [InlineData("a\nb\n\nc\n", "div.line(a)div.line(b)div.line()div.line(c)div.line()")]
    [InlineData("a\r\nb\rc", "div.line(a)div.line(b)div.line(c)")]
    [InlineData("  a  b ", "div.line(  a  b )")]
    [InlineData("", "div.line()")]
    public void Each_line_is_a_block(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("> a\n>b\nc", "blockquote(div.line(a)div.line(b))div.line(c)")]
    [InlineData("> a\n\n> b", "blockquote(div.line(a))div.line()blockquote(div.line(b))")]
    [InlineData(">\n> # a", "blockquote(div.line()h1(a))")]
    [InlineData(">> a", "blockquote(div.line(> a))")]
    public void Quoted_lines_share_a_quote_of_one_level(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("**a** b **c `d`**", "div.line(strong(a) b strong(c code(d)))")]
    [InlineData("**磁盘：**已满", "div.line(strong(磁盘：)已满)")]
    [InlineData("**a\nb** ** c ** **", "div.line(**a)div.line(b** ** c ** **)")]
    [InlineData("`**a**` `<@b>`", "div.line(code(**a**) code(<@b>))")]
    [InlineData("`a\nb`", "div.line(`a)div.line(b`)")]
    public void Bold_and_code_are_within_a_line(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("<@wangqing>, <@all>", "div.line(span.mention(wangqing), span.mention(all))")]
    [InlineData("**<@a>**", "div.line(strong(span.mention(a)))")]
    [InlineData("<@> <@a b> <@a", "div.line(<@> <@a b> <@a)")]
    public void Mentions_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("*a* _b_ __c__ ~~d~~")]
    [InlineData("- a")]
    [InlineData("  1. a")]
    [InlineData("| a | b |")]
    [InlineData("```")]
    [InlineData("---")]
    [InlineData("![图](https://a.b/c.png)")]
    [InlineData(@"\*a\* &amp; &#60;")]
    [InlineData("<b>a</b><br/><!-- c --><script>alert(1)</script>")]
    [InlineData("<https://a.b> https://a.b [a] [a][b]")]
    [InlineData("[a]: https://a.b")]
    public void All_else_is_shown_as_typed(string content) => Assert.Equal($"div.line({content})", DrawnText.Markdown(content));
}
