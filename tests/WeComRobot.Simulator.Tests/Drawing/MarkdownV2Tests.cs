namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>msgtype markdown_v2: all that the official page lists, and nothing else.</summary>
public sealed class MarkdownV2Tests
{
    [Theory]
    [InlineData("# 一\n###### 六\n#七", "h1(一)h6(六)p(#七)")]
    [InlineData("a\nb\n\nc", "p(abr()b)p(c)")]
    [InlineData("*a* **b** ***c***", "p(em(a) strong(b) em(strong(c)))")]
    [InlineData("**磁盘：**已满", "p(strong(磁盘：)已满)")]
    [InlineData("**a\nb**", "p(strong(abr()b))")]
    [InlineData("`a` ``b`c``", "p(code(a) code(b`c))")]
    [InlineData(@"\*a\* \| \`", "p(*a* | `)")]
    [InlineData("a\n---\n***\n- - - - - - - - - - - - - - - - - - - - - - - -", "p(a)hr()hr()hr()")]
    [InlineData("a\n--- \nb", "p(a)hr()p(b)")]
    [InlineData(@"\---", "p(---)")]
    [InlineData("a\n\\---", "p(abr()---)")]
    [InlineData("> a\n> ---\n> b", "blockquote(p(a)hr()p(b))")]
    public void Texts_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("```\na\n\n  <b>\n```\nb", "pre(code(a\n\n  <b>))p(b)")]
    [InlineData("```powershell\n*a*", "pre(code(*a*))")]
    [InlineData("> ```\n> a\n\nb", "blockquote(pre(code(a)))p(b)")]
    public void Fenced_code_is_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("- a\n- b\n  - c\n    1. d", "ul(li(a)li(bul(li(col(li(d))))))")]
    [InlineData("- a\n1. b\n2. c", "ul(li(a))ol(li(b)li(c))")]
    [InlineData("3. a\n4. b", "ol<3>(li(a)li(b))")]
    [InlineData("0. a", "ol<0>(li(a))")]
    [InlineData("- a\n  ---\n- b\n---", "ul(li(ahr())li(b))hr()")]
    [InlineData("- a\n  b\n\n  c\n\n  > d", "ul(li(abr()bp(c)blockquote(p(d))))")]
    [InlineData("- a\n - b\n - c\n- d", "ul(li(aul(li(b)li(c)))li(d))")]
    [InlineData("1. a\n - b\n  - c\n2. d", "ol(li(aul(li(bul(li(c)))))li(d))")]
    [InlineData("- a\n    - b\n        - c\n    - d", "ul(li(aul(li(bul(li(c)))li(d))))")]
    [InlineData("> - a\n>  - b", "blockquote(ul(li(aul(li(b)))))")]
    [InlineData(" - a\n - b\nc\n\nd", "ul(li(a)li(bbr()c))p(d)")]
    [InlineData("- \n- ```\n  a\n  ```", "ul(li()li(pre(code(a))))")]
    public void Lists_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("> a\n>> b\n>>> c", "blockquote(p(a)blockquote(p(b)blockquote(p(c))))")]
    [InlineData("> a\nb\n\nc", "blockquote(p(abr()b))p(c)")]
    [InlineData("> # a\n> - b", "blockquote(h1(a)ul(li(b)))")]
    public void Quotes_have_levels(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("* a\n+ b", "ul(li(a))ul(li(b))")]
    [InlineData("1) a\n2) b", "ol(li(a)li(b))")]
    [InlineData("~~~\na\n~~~", "pre(code(a))")]
    [InlineData("___\n* * *", "hr()hr()")]
    [InlineData(@"\# a", "p(# a)")]
    public void The_other_ways_of_CommonMark_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("<font color=\"info\">a</font> <@wangqing>")]
    [InlineData("<b>a</b><br/><!-- c --><script>alert(1)</script>")]
    [InlineData("_a_ __b__ ~~c~~ &amp; &#60;")]
    [InlineData("<https://a.b> https://a.b [a] [a][b] [^1]")]
    [InlineData("[a]: https://a.b")]
    [InlineData("[[[[[[[[[[[[a")]
    [InlineData("| a | b |")]
    public void What_the_page_does_not_list_is_shown_as_typed(string content) =>
        Assert.Equal($"p({content})", DrawnText.MarkdownV2(content));

    [Fact]
    public void Underlined_headings_HTML_and_indented_code_are_lines_of_text() => Assert.Equal(
        "p(abr()===)p(<div>br()em(b)br()</div>)p(code)",
        DrawnText.MarkdownV2("a\n===\n\n<div>\n*b*\n</div>\n\n    code"));
}
