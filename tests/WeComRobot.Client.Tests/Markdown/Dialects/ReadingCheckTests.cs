using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Dialects;

/// <summary>The first construct that is not in the page's list of what a type renders gives a warning; ordinary text gives none.</summary>
public class ReadingCheckTests
{
    [Theory]
    [InlineData("| 主机 | 状态 |\n| --- | --- |\n| web01 | down |", "Line 1 has a table")]
    [InlineData("text\na | b\n--|--\n1 | 2", "Line 2 has a table")]
    [InlineData("> | a |\n> |---|\n> | 1 |", "Line 1 has a table")]
    [InlineData("步骤\n\n- 第一批\n- 第二批", "Line 3 has a list")]
    [InlineData("* one", "Line 1 has a list")]
    [InlineData("+ one\n+ two", "Line 1 has a list")]
    [InlineData("1. one\n2. two", "Line 1 has a list")]
    [InlineData("- [x] done", "Line 1 has a list")]
    [InlineData("> - quoted", "Line 1 has a list")]
    [InlineData("- 5 °C\n- 7 °C", "Line 1 has a list")]
    [InlineData("log:\n```log\nERROR 1\n```", "Line 2 has fenced code")]
    [InlineData("~~~\nERROR 1\n~~~", "Line 1 has fenced code")]
    [InlineData("![chart](https://a.example/c.png)", "Line 1 has a picture")]
    [InlineData("[![badge](https://a.example/b.svg)](https://a.example)", "Line 1 has a picture")]
    [InlineData("![chart][c]\n\n[c]: https://a.example/c.png", "Line 1 has a picture")]
    [InlineData("<font color='red'>CPU</font></br>", "colour 'red'")]
    [InlineData("<font color=#FF0000>CPU</font>", "colour '#ff0000'")]
    [InlineData("<font color=\"green\">ok</font>", "colour 'green'")]
    [InlineData("ok<br/>next", "HTML (br)")]
    [InlineData("<b>bold</b>", "HTML (b)")]
    [InlineData("<a href=\"https://a.example\">link</a>", "HTML (a)")]
    [InlineData("a&nbsp;b", "HTML (&nbsp;)")]
    [InlineData("text <!-- hidden -->", "HTML (<!--)")]
    [InlineData("[屏蔽](https://n9e.example.com/add?tags=rule=CPU 使用率)", "contains a space")]
    [InlineData("*i*", "between *")]
    [InlineData("_i_", "between _")]
    [InlineData("__b__", "between __")]
    [InlineData("注意：_斜体 文字_。", "between _")]
    [InlineData("***重要***", "between ***")]
    [InlineData(">*引用*", "between *,")]
    [InlineData("~~s~~", "between ~~")]
    [InlineData("~~`old`~~ new", "between ~~")]
    [InlineData("**加粗** 和 *斜体*", "between *,")]
    [InlineData("a\n\n---\n\nb", "Line 3 has a rule")]
    [InlineData("a\n---\nb", "Line 2 has a rule")]
    [InlineData("#无空格", "Line 1 begins with #")]
    [InlineData("> ##Title", "Line 1 begins with #")]
    [InlineData("text\n###1、概述", "Line 2 begins with #")]
    [InlineData("> 一级\n>> 二级", "Line 2 has a quote within a quote")]
    [InlineData("`first\nsecond` line", "Line 1 begins code")]
    [InlineData("<font color=\"warning\">告警", "<font> needs </font>")]
    [InlineData("<font color=\"info\">a <font color=\"info\">b</font>", "<font> needs </font>")]
    [InlineData("见 [文档][1]\n\n[1]: https://a.example/doc", "Line 1 has a link whose address")]
    [InlineData("| 主机 | 状态 |\n| web01 | down |", "without a line |---|---|")]
    public void What_markdown_does_not_render_gives_a_warning(string content, string expected) => AssertOne(expected, Markdown(content));

    [Theory]
    [InlineData("<font color=\"warning\">告警</font> <@zhangsan>", "<font>")]
    [InlineData("<@zhangsan> 请处理", "<@zhangsan>")]
    [InlineData("| a |\n|---|\n| <font color=\"info\">1</font> |", "<font>")]
    [InlineData("- <@zhangsan>", "<@zhangsan>")]
    [InlineData("[a](https://a.example/x y)", "contains a space")]
    [InlineData("![a](https://a.example/x y.png)", "contains a space")]
    [InlineData("~~s~~", "between ~~")]
    [InlineData("_i_", "between _")]
    [InlineData("__b__", "between __")]
    [InlineData("- [ ] open", "the box of a task")]
    [InlineData("1. [x] done", "the box of a task")]
    [InlineData("<b>bold</b>", "HTML (b)")]
    [InlineData("| a |\n|---|\n| x<br>y |", "Line 3 has HTML (br)")]
    [InlineData("#无空格", "Line 1 begins with #")]
    [InlineData("- a\n\n  ##b", "Line 3 begins with #")]
    [InlineData("[文档][Doc]\n\n[doc]: https://a.example/doc", "Line 1 has a link whose address")]
    [InlineData("标题：\n| a | b |\n| 1 | 2 |\n| 3 | 4 |", "Line 3 follows the head")]
    [InlineData("<font color=\"info\">open", "<font>")]
    public void What_markdown_v2_does_not_render_gives_a_warning(string content, string expected) => AssertOne(expected, MarkdownV2(content));

    [Theory]
    [InlineData("见 [文档](https://a.example/doc)", "[…](…)")]
    [InlineData("**Note:** a", "(**)")]
    [InlineData("a\n**重要**", "Line 2 has Markdown or HTML (**)")]
    [InlineData("<font color=\"warning\">告警</font>", "(font)")]
    [InlineData("<a href=\"https://a.example\">x</a>", "(a)")]
    [InlineData("a<br>b", "(br)")]
    public void Markdown_in_a_text_message_gives_a_warning(string content, string expected) => AssertOne(expected, Text(content));

    [Theory]
    [InlineData("磁盘告警\\n主机: web01\\n已用: 95%")]
    [InlineData("line1\\nline2")]
    [InlineData("hello\\nworld")]
    [InlineData("Error:\\nDisk full")]
    [InlineData("done.\\n\\nnext")]
    [InlineData("a\\nb")]
    [InlineData("a\\r\\nb")]
    [InlineData("**告警**\\n> 主机")]
    [InlineData("see https://a.example/x\\nHost: web01")]
    [InlineData("full\\nerror at web01\\nused 95%")]
    public void A_line_break_as_two_characters_gives_a_warning(string content)
    {
        AssertOne("\\n as two characters", Text(content));
        AssertOne("\\n as two characters", Markdown(content));
        AssertOne("\\n as two characters", MarkdownV2(content));
    }

    [Theory]
    [InlineData("a < b and c > d")]
    [InlineData("C:\\new")]
    [InlineData("copy C:\\new\\network to D:\\nightly")]
    [InlineData("\\\\nas01\\news\\nightly.log")]
    [InlineData("HKLM:\\new")]
    [InlineData("Cannot find path 'C:\\nofile.txt' (C:\\nofile.txt:String)")]
    [InlineData("remove \\r\\n, or '\\r\\n', which Out-String adds")]
    [InlineData("prompt = \"\\nName: \";")]
    [InlineData(".\\nginx.exe -s reload")]
    [InlineData("CORP\\nina and CORP\\nsmith logged on")]
    [InlineData("logs\\nginx is full")]
    [InlineData("split it at '\\n' or \"\\n\" or `\\n`")]
    [InlineData("regex ^\\d+\\n$")]
    [InlineData("{\"text\":\"a\\nb\"}")]
    [InlineData("2 * 3 * 4")]
    [InlineData("- 5 °C")]
    [InlineData("3. Quartal")]
    [InlineData("1) first\n2) second")]
    [InlineData("2 | 3 | 4")]
    [InlineData("-----")]
    [InlineData("Usage: copy <from> <to>, List<string>, <none>, <your-key>, i<b")]
    [InlineData("git commit -m <title>; SELECT * FROM <table>")]
    [InlineData("mail <ops@example.com> or <https://a.example>")]
    [InlineData("[optional](see the page below)")]
    [InlineData("array[0](x y)")]
    [InlineData("tab&space, R&D")]
    [InlineData("a\\nb\nis no accident")]
    [InlineData("use `<b>`, `![x](y)` and ``a ` <br>`` here")]
    public void Ordinary_text_gives_no_warning(string content)
    {
        Assert.Empty(Text(content));
        Assert.Empty(Markdown(content));
        Assert.Empty(MarkdownV2(content));
    }

    [Theory]
    [InlineData("<font color=\"info\">绿</font><font color=\"comment\">灰</font><font color='warning'>橙</font> <@zhangsan>")]
    [InlineData("<font color=\"info\">两\n行</font>")]
    [InlineData("[a](https://a.example \"with a title\")")]
    [InlineData("[a](https://a.example/(x))")]
    [InlineData("# 一级\n> 引用 **加粗** [链接](https://a.example) `code`\n>续行")]
    public void What_markdown_renders_gives_no_warning(string content) => Assert.Empty(Markdown(content));

    [Theory]
    [InlineData("- a\n  - b\n1. c\n2. d\n\n```\n<font color=\"red\"> <@x>\n```\n\n| a |\n|---|\n| ![x](https://a.example/x.png) |\n\n*i* **b** ***c***\n\n---\n\n> a\n>> b\n\n`a\nb`")]
    public void What_markdown_v2_renders_gives_no_warning(string content) => Assert.Empty(MarkdownV2(content));

    [Fact]
    public void Only_the_first_construct_is_named() =>
        AssertOne("Line 1 has a picture", Markdown("![x](https://a.example/x.png)\n\n- a\n- b\n\n<b>x</b>"));

    [Fact]
    public void Replacement_characters_give_a_warning_about_the_encoding()
    {
        AssertOne("its own encoding", Text("主机\uFFFD\uFFFD"));
        AssertOne("its own encoding", MarkdownV2("| \uFFFD |\n|---|\n| 1 |"));
    }

    [Fact]
    public void Raw_content_is_not_checked() =>
        Assert.Empty(OverflowPlan.For(new MarkdownMessage { Markdown = new() { Content = "- \uFFFD\n- <b>x</b>" } }, new() { IsRaw = true }).Notices);

    [Fact]
    public void Split_content_gives_one_warning()
    {
        var table = "| a |\n|---|\n" + string.Concat(Enumerable.Repeat("| 1 |\n", 2000));
        var plan = OverflowPlan.For(new MarkdownMessage { Markdown = new() { Content = table } }, new());
        Assert.True(plan.Messages.Count > 1);
        Assert.Single(plan.Notices);
    }

    private static string[] Text(string content) => Find(new TextMessage { Text = new() { Content = content } });

    private static string[] Markdown(string content) => Find(new MarkdownMessage { Markdown = new() { Content = content } });

    private static string[] MarkdownV2(string content) => Find(new MarkdownV2Message { Markdown = new() { Content = content } });

    private static string[] Find(ContentMessage message) => [.. OverflowPlan.For(message, new()).Notices.Select(notice => notice.Text)];

    private static void AssertOne(string expected, string[] notices) => Assert.Contains(expected, Assert.Single(notices));
}
