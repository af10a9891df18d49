namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>Tables of msgtype markdown_v2.</summary>
public sealed class TableTests
{
    private const string Head = "thead(tr(th.left(a)th.left(b)))";

    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", $"{Head}tbody(tr(td.left(1)td.left(2)))")]
    [InlineData("a | b\n--|--\n1 | 2", $"{Head}tbody(tr(td.left(1)td.left(2)))")]
    [InlineData("| a | b |\n|---|---|", $"{Head}tbody()")]
    [InlineData("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|", "thead(tr(th.left(a)th.center(b)th.right(c)))tbody(tr(td.left(1)td.center(2)td.right(3)))")]
    public void Rows_and_alignments_are_drawn(string content, string expected) => Assert.Equal(Table(expected), DrawnText.MarkdownV2(content));

    [Theory]
    [InlineData("| **1** `x` | [y](https://a.b) ![p](https://a.b/p.png) |", "td.left(strong(1) code(x))td.left(a<https://a.b/>(y) img<https://a.b/p.png>(p))")]
    [InlineData(@"| 1 \| 2 | `3` |", "td.left(1 | 2)td.left(code(3))")]
    [InlineData("| <b>1</b> | <@2> |", "td.left(<b>1</b>)td.left(<@2>)")]
    [InlineData("| **1 | 2** |", "td.left(**1)td.left(2**)")]
    public void Cells_have_marks(string row, string cells) =>
        Assert.Equal(Table($"{Head}tbody(tr({cells}))"), DrawnText.MarkdownV2($"| a | b |\n|---|---|\n{row}"));

    [Theory]
    [InlineData("| 1 |", "td.left(1)td.left()")]
    [InlineData("| 1 | 2 | 3 |", "td.left(1)td.left(2)")]
    public void A_row_has_as_many_cells_as_the_head(string row, string cells) =>
        Assert.Equal(Table($"{Head}tbody(tr({cells}))"), DrawnText.MarkdownV2($"| a | b |\n|---|---|\n{row}"));

    [Fact]
    public void Text_at_its_lines_does_not_belong_to_it() => Assert.Equal(
        $"p(xbr()y){Table($"{Head}tbody(tr(td.left(1)td.left(2)))")}p(z)",
        DrawnText.MarkdownV2("x\ny\n| a | b |\n|---|---|\n| 1 | 2 |\nz"));

    [Fact]
    public void It_may_be_in_a_quote_or_a_list() => Assert.Equal(
        $"blockquote({Table($"{Head}tbody()")})ul(li(x{Table($"{Head}tbody()")}))",
        DrawnText.MarkdownV2("> | a | b |\n> |---|---|\n\n- x\n\n  | a | b |\n  |---|---|"));

    private static string Table(string parts) => $"div.table(table({parts}))";
}
