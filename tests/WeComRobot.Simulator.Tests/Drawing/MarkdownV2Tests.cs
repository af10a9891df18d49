namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>msgtype markdown_v2: all that the official page lists, and nothing else.</summary>
public sealed class MarkdownV2Tests
{
    [Theory]
    [InlineData("# 一\n###### 六\n#七", "h1(一)h6(六)div.line(#七)")]
    [InlineData("a\nb\n\nc", "div.line(a)div.line(b)div.line(c)")]
    [InlineData("*a* **b** ***c***", "div.line(em(a) strong(b) em(strong(c)))")]
    [InlineData("**磁盘：**已满", "div.line(strong(磁盘：)已满)")]
    [InlineData("**a\nb**", "div.line(strong(abr()b))")]
    [InlineData("`a` ``b`c``", "div.line(code(a) code(b`c))")]
    [InlineData(@"\*a\* \| \`", "div.line(*a* | `)")]
    [InlineData("a\n---\n***\n- - - - - - - - - - - - - - - - - - - - - - - -", "div.line(a)hr()hr()hr()")]
    public void Texts_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("```\na\n\n  <b>\n```\nb", "pre(code(a\n\n  <b>))div.line(b)")]
    [InlineData("```powershell\n*a*", "pre(code(*a*))")]
    [InlineData("> ```\n> a\n\nb", "blockquote(pre(code(a)))div.line(b)")]
    public void Fenced_code_is_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("- a\n- b\n  - c\n    1. d", "ul(li(a)li(bul(li(col(li(d))))))")]
    [InlineData("- a\n1. b\n2. c", "ul(li(a))ol(li(b)li(c))")]
    [InlineData("3. a\n4. b", "ol<3>(li(a)li(b))")]
    [InlineData("- a\n  b\n\n  c\n\n  > d", "ul(li(abr()bdiv.line(c)blockquote(div.line(d))))")]
    [InlineData("- \n- ```\n  a\n  ```", "ul(li()li(pre(code(a))))")]
    public void Lists_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("> a\n>> b\n>>> c", "blockquote(div.line(a)blockquote(div.line(b)blockquote(div.line(c))))")]
    [InlineData("> a\nb\n\nc", "blockquote(div.line(a)div.line(b))div.line(c)")]
    [InlineData("> # a\n> - b", "blockquote(h1(a)ul(li(b)))")]
    public void Quotes_have_levels(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("<font color=\"info\">a</font> <@wangqing>")]
    [InlineData("<b>a</b><br/><!-- c --><script>alert(1)</script>")]
    [InlineData("_a_ __b__ ~~c~~ &amp; &#60;")]
    [InlineData("<https://a.b> https://a.b [a] [a][b] [^1]")]
    [InlineData("[a]: https://a.b")]
    [InlineData("| a | b |")]
    public void What_the_page_does_not_list_is_shown_as_typed(string content) =>
        Assert.Equal($"div.line({content})", DrawnText.MarkdownV2(content));

    [Fact]
    public void Underlined_headings_HTML_and_indented_code_are_lines_of_text() => Assert.Equal(
        "div.line(a)div.line(===)div.line(<div>)div.line(em(b))div.line(</div>)div.line(code)",
        DrawnText.MarkdownV2("a\n===\n\n<div>\n*b*\n</div>\n\n    code"));
}
