namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>The colours of msgtype markdown.</summary>
public sealed class FontTests
{
    [Theory]
    [InlineData("""<font color="info">a</font> b""", "div.line(span.font-info(a) b)")]
    [InlineData("<font color='comment'>a</font><font color=warning>b</font>", "div.line(span.font-comment(a)span.font-warning(b))")]
    [InlineData("""<font  color = "info" >a</font>""", "div.line(span.font-info(a))")]
    [InlineData("""<font color="info"></font>""", "div.line()")]
    public void The_three_colours_are_drawn(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("<font color=\"info\">a\nb</font> c", "div.line(span.font-info(a))div.line(span.font-info(b) c)")]
    [InlineData("> <font color=\"info\">a\n# b</font>", "blockquote(div.line(span.font-info(a)))h1(span.font-info(b))")]
    public void A_colour_may_span_lines(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("""**<font color="info">a</font> b**""", "div.line(strong(span.font-info(a) b))")]
    [InlineData("""<font color="info">**a** `b` <@c></font>""", "div.line(strong(span.font-info(a))span.font-info( )code(b)span.font-info( )span.mention(c))")]
    [InlineData("""[<font color="info">a</font>](https://a.b)""", "div.line(a<https://a.b/>(span.font-info(a)))")]
    [InlineData("""**a <font color="info">b** c</font>""", "div.line(strong(a span.font-info(b))span.font-info( c))")]
    [InlineData("""<font color="info">a <font color="warning">b</font> c</font>""", "div.line(span.font-info(a )span.font-warning(b)span.font-info( c))")]
    public void A_colour_goes_with_other_marks(string content, string expected) => Assert.Equal(expected, DrawnText.Markdown(content));

    [Theory]
    [InlineData("""<font color="info">a""")]
    [InlineData("a</font>")]
    [InlineData("""<font color="red">a</font>""")]
    [InlineData("""<font color="#ff0000">a</font>""")]
    [InlineData("""<font color="info'>a</font>""")]
    [InlineData("""<font color="info" style="x">a</font>""")]
    [InlineData("""<FONT COLOR="info">a</FONT>""")]
    [InlineData("<font>a</font>")]
    [InlineData("<fonts>a")]
    public void Any_other_tag_is_shown_as_typed(string content) => Assert.Equal($"div.line({content})", DrawnText.Markdown(content));

    [Fact]
    public void An_unknown_colour_does_not_end_the_one_around_it() => Assert.Equal(
        """div.line(span.font-info(a <font color="red">b</font> c) d)""",
        DrawnText.Markdown("""<font color="info">a <font color="red">b</font> c</font> d"""));
}
