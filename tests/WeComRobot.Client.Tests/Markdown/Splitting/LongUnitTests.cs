using System.Collections.Generic;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>A row, link, heading or line that is longer than a message.</summary>
public class LongUnitTests
{
    private const string Head = "| 姓名 | 备注 |\n|:--|:--|";

    [Theory]
    [InlineData("| 张三 | ", " |", 1)]
    [InlineData("| ", " | 张三 |", 0)]
    [InlineData("张三 | ", "", 1)]
    [InlineData("| a\\|b | ", " |", 1)]
    public void Pieces_of_a_long_row_go_on_in_its_column_below_the_head(string before, string after, int column)
    {
        var parts = MarkdownSplitter.Split(Head + "\n" + before + Words(40) + after + "\n| 王五 | 好 |", 128);
        Assert.All(parts, part => Assert.StartsWith(Head + "\n", part));
        Assert.All(parts.Skip(1), part => Assert.Equal(column, part.Split('\n')[2].TakeWhile(c => c is '|' or ' ').Count(c => c == '|') - 1));
        Assert.Equal(40, string.Concat(parts).Split("word").Length - 1);
        Assert.EndsWith("\n| 王五 | 好 |", parts[^1]);
    }

    [Fact]
    public void In_a_quote_they_keep_its_mark() =>
        Assert.All(MarkdownSplitter.Split("> | a | b |\n> |---|---|\n> | 1 | " + Words(60) + " |", 128), part =>
            Assert.All(part.Split('\n'), line => Assert.StartsWith("> |", line)));

    [Fact]
    public void A_heading_and_a_long_row_share_a_message()
    {
        var parts = MarkdownSplitter.Split("# 日报\n\n" + Head + "\n| 张三 | " + Words(60) + " |", 128);
        Assert.StartsWith("# 日报\n\n" + Head + "\n| 张三 | word", parts[0]);
    }

    [Theory]
    [InlineData("| 1 | x")]
    [InlineData("| x | 1 ")]
    [InlineData("| 1 | https://example.com/")]
    [InlineData("| 1 | [查看](https://example.com/")]
    [InlineData("| 1 | `x")]
    public void A_head_is_not_alone_above_a_row_without_a_place_to_cut(string row)
    {
        foreach (var above in new[] { "", "# 日报\n\n", "text\n\n" })
        {
            var parts = MarkdownSplitter.Split(above + Head + "\n" + row.Replace("x", new string('x', 300)).Replace(".com/", ".com/" + new string('y', 300)) + " |", 128);
            Assert.All(parts.Where(part => part.Contains(Head)), part => Assert.Contains(Head + "\n|", part));
            Assert.Contains(Head, string.Join("\n", parts));
        }
    }

    [Theory]
    [InlineData("xxxxxxxxxx", "")]
    [InlineData("```\nxxxxxxxxxx", "\n```")]
    [InlineData("[查看](https://example.com/xxxxxxxxxx", ")")]
    [InlineData("https://example.com/xxxxxxxxxx", "")]
    [InlineData("    xxxxxxxxxx", "")]
    [InlineData("> xxxxxxxxxx", "")]
    [InlineData("- xxxxxxxxxx", "")]
    [InlineData("![图](https://example.com/xxxxxxxxxx", ")")]
    public void A_heading_is_not_alone_above_what_must_be_cut_anyway(string start, string end)
    {
        var part = MarkdownSplitter.Split("# 告警\n\n" + start + new string('x', 300) + end, 128)[0];
        Assert.StartsWith("# 告警\n\n" + start, part);
    }

    [Fact]
    public void What_fits_into_a_message_of_its_own_is_not_cut_for_a_heading_above_it()
    {
        var link = $"[查看](https://example.com/{new string('x', 90)})";
        Assert.Equal(["# 告警", link], MarkdownSplitter.Split("# 告警\n\n" + link, 124));
    }

    [Theory]
    [InlineData("some words here\n", "---")]
    [InlineData("一些文字在这里\n", "====")]
    [InlineData("> some words here\n", "> ---")]
    public void A_long_underlined_heading_stays_one(string line, string underline)
    {
        var parts = MarkdownSplitter.Split(string.Concat(Enumerable.Repeat(line, 40)) + underline + "\n\ntext", 128);
        Assert.True(parts.Count > 3);
        Assert.All(parts, part => Assert.Matches(@"(?m)^(> )?(---|===)", part));
    }

    [Fact]
    public void Long_front_matter_stays_one()
    {
        var keys = string.Concat(Enumerable.Range(0, 40).Select(i => $"key{i}: value\n"));
        Assert.All(MarkdownSplitter.Split("---\n" + keys + "---", 128), part => Assert.EndsWith("\n---", part));
    }

    [Theory]
    [InlineData("_ ", "_ _")]
    [InlineData("* ", "* *")]
    [InlineData("-", "--")]
    public void Pieces_of_a_long_line_of_marks_are_such_lines(string mark, string start)
    {
        var parts = MarkdownSplitter.Split(string.Concat(Enumerable.Repeat(mark, 500)), 128);
        Assert.All(parts, part => Assert.StartsWith(start, part));
        Assert.All(parts.Take(parts.Count - 1), part => Assert.InRange(part.Length, 126, 128));
    }

    [Theory]
    [InlineData("# heading\n")]
    [InlineData("heading\n===\n")]
    public void Parts_of_a_long_list_of_headings_are_full(string heading)
    {
        var text = string.Concat(Enumerable.Repeat(heading, 1000));
        Assert.InRange(MarkdownSplitter.Split(text, 1024).Count, 1, (text.Length / 900) + 1);
    }

    [Theory]
    [InlineData("[x{0}]:\nhttps://example.com/{0}")]
    [InlineData("[x{0}]: https://example.com/{0}\n\"a title\"")]
    [InlineData("[x{0}]: https://example.com/{0} 'title'")]
    [InlineData("> [x{0}]:\n> https://example.com/{0}")]
    public void A_definition_of_a_link_stays_whole(string definition)
    {
        var parts = MarkdownSplitter.Split(string.Join("\n", Enumerable.Range(0, 40).Select(i => string.Format(null, definition, i))), 100);
        var lines = definition.Split('\n').Length;
        Assert.All(parts, part => Assert.Equal(0, part.Split('\n').Length % lines));
        Assert.All(parts, part => Assert.StartsWith(definition[..(definition.IndexOf('x') + 1)], part));
    }

    [Theory]
    [InlineData("\u00A0\n\n")]
    [InlineData("\f\n\n")]
    [InlineData("> \u00A0\n\n")]
    [InlineData("\u3000\u2003\n")]
    public void No_part_is_empty(string blank)
    {
        var text = "first\n\n" + string.Concat(Enumerable.Repeat(blank, 100)) + "\n\nlast";
        Assert.All(MarkdownSplitter.Split(text, 64), part => Assert.NotEqual("", part.Replace(">", "").Trim()));
        Assert.All(TextSplitter.Split(text, 64), part => Assert.NotEqual("", part.Trim()));
    }

    [Theory]
    [InlineData("https://example.com/{0}")]
    [InlineData("see https://example.com/{0} for more")]
    [InlineData("[查看](https://example.com/{0})")]
    [InlineData("![图](https://example.com/{0})")]
    [InlineData("<https://example.com/{0}>")]
    public void A_link_that_is_cut_gives_a_warning(string format)
    {
        var content = string.Format(null, format, new string('x', 5000));
        var warning = Assert.Single(Cut(OverflowPlan.For(Marked.Markdown(content), new())));
        Assert.Contains("4096", warning.Text);
        Assert.Single(Cut(OverflowPlan.For(Marked.Text(content), new())));
    }

    [Fact]
    public void A_link_whose_text_is_cut_gives_a_warning() =>
        Assert.Single(Cut(OverflowPlan.For(Marked.Markdown($"[{Words(1000)}](https://example.com)"), new())));

    [Fact]
    public void Joined_lines_give_one_warning()
    {
        var joined = new JoinedContent(Marked.Text(""), new() { Policy = OverflowPolicy.Split });
        var link = "https://example.com/" + new string('x', 5000);
        Assert.Single(joined.Add(link).Concat(joined.Add(link)).Concat(joined.Finish()).SelectMany(Cut));
    }

    [Theory]
    [InlineData("https://example.com/a，")]
    [InlineData("see [this](https://example.com) and go on. ")]
    [InlineData("a word: and/or ")]
    [InlineData("字")]
    public void Other_text_is_cut_without_a_warning(string text)
    {
        var content = string.Concat(Enumerable.Repeat(text, 1 + (9000 / text.Length)));
        Assert.Empty(Cut(OverflowPlan.For(Marked.Markdown(content), new() { MaxPart = 100 })));
        Assert.Empty(Cut(OverflowPlan.For(Marked.Text(content), new() { MaxPart = 100 })));
    }

    [Theory]
    [InlineData("![图](data:image/png;base64,iVBORw0KGgo=)")]
    [InlineData("text ![](DATA:image/png;base64,iVBORw0KGgo=) text")]
    [InlineData("> - ![a](<data:image/gif;base64,R0lGOD>)")]
    [InlineData("![图]( Data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("![a[1]](data:image/png;base64,iVBORw0KGgo=)")]
    [InlineData("<img alt=\"图\" src=\"data:image/png;base64,iVBORw0KGgo=\"/>")]
    [InlineData("text <IMG SRC=data:image/png;base64,iVBORw0KGgo=>")]
    [InlineData("![图][1]\n\n[1]: data:image/png;base64,iVBORw0KGgo=")]
    public void A_data_picture_in_Markdown_is_refused_by_name(string picture)
    {
        foreach (var content in new[] { picture, picture.Replace("base64,", "base64," + new string('A', 6000)) })
        {
            var failure = Assert.Throws<InvalidMessageException>(() => OverflowPlan.For(Marked.MarkdownV2(content), new()));
            Assert.Equal(FailureCause.InvalidMessage, failure.Cause);
            Assert.Contains("Send the picture itself", failure.Message);
        }

        Assert.Throws<InvalidMessageException>(() => MessageCheck.ThrowIfInvalid(Marked.Markdown(picture)));
        Assert.Single(OverflowPlan.For(Marked.Text(picture), new()).Messages);
    }

    [Theory]
    [InlineData("`![a](data:image/png;base64,iVBO)`")]
    [InlineData("```\n![a](data:image/png;base64,iVBO)\n```")]
    [InlineData("![a](https://example.com/data:image)")]
    [InlineData("\\![a] (data: none)")]
    [InlineData("![a](https://example.com/a.png) and [b](data:text/plain,b)")]
    [InlineData("`<img src=\"data:image/png;base64,iVBO\">`")]
    [InlineData("<img src=\"https://example.com/a.png\" data-src=\"data:x\">")]
    [InlineData("[data]: see above; data:image/png")]
    public void What_only_looks_like_a_data_picture_is_sent(string content) =>
        Assert.Single(OverflowPlan.For(Marked.Markdown(content), new()).Messages);

    private static IEnumerable<Finding> Cut(OverflowPlan plan) => plan.Notices.Where(notice => notice.Text == Strings.LinkCut.With(notice.Field, notice.Limit).Then(Strings.AdviseShorterLink));

    private static string Words(int count) => string.Join(" ", Enumerable.Repeat("word", count));
}
