using System.Linq;
using WeComRobot.Markdown.Writing;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Writing;

/// <summary>Tables (service.md#markdown-v2) of rows whose columns are not known before the rows come.</summary>
public class MarkdownTableTests
{
    private const int MaxBytes = 400;

    [Fact]
    public void A_column_of_a_later_row_is_added_to_the_table_that_is_not_complete()
    {
        var table = new MarkdownTable(null, MaxBytes);
        Assert.Null(table.Add(Row(("host", "web01"))));
        Assert.Null(table.Add(Row(("HOST", "web02"), ("error", "disk full"))));
        Assert.Equal("| host | error |\n| :--- | :--- |\n| web01 |  |\n| web02 | disk full |", table.Finish());
        Assert.Null(table.LeftOut);
    }

    [Fact]
    public void Names_that_differ_in_case_within_a_row_are_two_columns()
    {
        var table = new MarkdownTable(null, MaxBytes);
        table.Add(Row(("a", "1"), ("A", "2")));
        table.Add(Row(("A", "3")));
        table.Add(Row(("a", "4"), ("A", "5")));
        Assert.Equal("| a | A |\n| :--- | :--- |\n| 1 | 2 |\n|  | 3 |\n| 4 | 5 |", table.Finish());
    }

    [Fact]
    public void A_table_without_room_for_a_new_column_is_completed_first()
    {
        var table = new MarkdownTable(null, MaxBytes);
        Assert.Null(table.Add(Row(("a", new string('x', 300)))));
        Assert.Equal($"| a |\n| :--- |\n| {new string('x', 300)} |", table.Add(Row(("b", new string('y', 80)))));
        Assert.Equal($"| a | b |\n| :--- | :--- |\n|  | {new string('y', 80)} |", table.Finish());
    }

    [Fact]
    public void Every_table_is_within_the_limit_while_columns_are_added()
    {
        var table = new MarkdownTable("t", MaxBytes);
        var full = Enumerable.Range(0, 100).Select(i => table.Add(Row(("id", $"{i}"), ($"列{i % 15}", $"值{i}")))).ToArray();
        string[] texts = [.. full.OfType<string>(), table.Finish()!];

        Assert.All(texts, text => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 1, MaxBytes));
        Assert.Equal(Enumerable.Range(0, 100), texts.SelectMany(t => t.Split('\n').SkipWhile(l => !l.StartsWith("| :")).Skip(1)).Select(l => int.Parse(l.Split('|')[1])));
        Assert.All(texts, text => Assert.Single(text.Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Count(c => c == '|')).Distinct()));
    }

    [Fact]
    public void A_column_that_the_head_has_no_room_for_is_named()
    {
        var table = new MarkdownTable(null, MaxBytes);
        for (var i = 0; i < 40; i++)
        {
            table.Add(Row(("id", $"{i}"), ($"column{i}", "x")));
        }

        Assert.Equal("column10", table.LeftOut);
        Assert.Contains("| id | column0 |", table.Finish());
    }

    [Fact]
    public void All_columns_of_the_first_row_are_kept()
    {
        var table = new MarkdownTable(null, MaxBytes);
        table.Add([.. Enumerable.Range(0, 60).Select(i => new MarkdownField($"column{i}", new("x", false)))]);
        Assert.Null(table.LeftOut);
        Assert.Contains("column59", table.Finish());
    }

    [Theory]
    [InlineData("2*3*4", @"2\*3\*4")]
    [InlineData("**/*.cs", @"\*\*/\*.cs")]
    [InlineData("a|b `c`", @"a\|b \`c\`")]
    [InlineData("a_b c__d_ _e", @"a_b c\_\_d\_ \_e")]
    [InlineData("~/x ~~y~~", @"~/x \~\~y\~\~")]
    [InlineData("[a](b) [1] x[0]", @"\[a](b) [1] x[0]")]
    [InlineData("![a](b)", @"!\[a](b)")]
    [InlineData("a < b <b>c</b> <@lisi>", @"a < b \<b>c\</b> \<@lisi>")]
    [InlineData("a & b; &lt; &#60;", @"a & b; \&lt; \&#60;")]
    [InlineData(@"C:\new \*", @"C:\new \\\*")]
    [InlineData("x\u3000y\u00a0z\u2003\u3000", "x\u3000y\u00a0z\u2003\u3000")]
    [InlineData("a\tb\nc\r\nd", "a b c d")]
    [InlineData("10%\r100%", "100%")]
    public void A_cell_is_escaped_so_that_it_shows_its_text(string text, string cell)
    {
        var table = new MarkdownTable(null, MaxBytes);
        table.Add(Row(("a", text)));
        Assert.Equal($"| a |\n| :--- |\n| {cell} |", table.Finish());
    }

    [Theory]
    [InlineData("a  b\n*c*", "```\na  b\n*c*\n```", "`a  b`\n`*c*`")]
    [InlineData("a\n\nb", "```\na\n\nb\n```", "`a`\n\n`b`")]
    [InlineData("```x", "````\n```x\n````", "```` ```x ````")]
    [InlineData("`x`", "```\n`x`\n```", "`` `x` ``")]
    public void Code_shows_text_as_it_is(string text, string block, string lines)
    {
        Assert.Equal(block, MarkdownCode.Block(text));
        Assert.Equal(lines, MarkdownCode.Lines(text));
    }

    private static MarkdownField[] Row(params (string Name, string Text)[] fields) =>
        [.. fields.Select(f => new MarkdownField(f.Name, new(f.Text, false)))];
}
