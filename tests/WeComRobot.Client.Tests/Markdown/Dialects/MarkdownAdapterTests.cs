using System;
using System.IO;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Dialects;
using WeComRobot.Markdown.Dialects.Adapting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Dialects;

/// <summary>What a Markdown type does not render is rewritten into what it does.</summary>
public class MarkdownAdapterTests
{
    private static readonly string[] Pieces =
    [
        "- ", "* a", "1. ", "2. b", "\n", "\n\n", "| a | b |\n", "|---|---|\n", "```", "~~~\n", "`", "![x](", "https://a.example/x y", ")", "[l](", "]",
        "<b>", "</b>", "<br>", "<a href='https://a.example'>", "</a>", "<font color='red'>", "</font>", "<font color=\"info\">", "<@li>", "&nbsp;",
        "<!--", "-->", "> ", "    ", "  ", "text", "主机", "\\", "<img src=x alt=y>", "[x] ", "# ", "<", "li>", "5",
        "*", "_", "~~", "**", "---\n", "#", ">> ", "[1]", "[1]: https://a.example\n", "| a | b |",
    ];

    [Theory]
    [InlineData("- a\n* b\n  - c", "• a\n• b\n  • c")]
    [InlineData("1. a\n2. b", "1) a\n2) b")]
    [InlineData("- [x] done\n- [ ] open", "• ☑ done\n• ☐ open")]
    [InlineData("| 主机 | 状态 |\n|---|---|\n| web01 | down |\n| web02 | up |", "主机：web01；状态：down\n主机：web02；状态：up")]
    [InlineData("host | state\n--- | ---\nweb01 | down", "host: web01; state: down")]
    [InlineData("| a | b |\n|---|---|\n| x\\|y | |", "a: x|y")]
    [InlineData("> | a |\n> |---|\n> | 1 |", "> a: 1")]
    [InlineData("log:\n```log\nERROR 1\n  at <b>\n```\nend", "log:\n> ERROR 1\n> `  at <b>`\n\nend")]
    [InlineData("```\na `b` c", "> `` a `b` c ``")]
    [InlineData("![chart](https://a.example/c.png)", "[chart](https://a.example/c.png)")]
    [InlineData("![](https://a.example/c.png?x=1)", "[c.png](https://a.example/c.png?x=1)")]
    [InlineData("[![badge](https://a.example/b.svg)](https://a.example)", "[badge](https://a.example)")]
    [InlineData("<a href=\"https://a.example/x y\">link</a>", "[link](https://a.example/x%20y)")]
    [InlineData("<a href='https://a.example'><img src='https://a.example/b.svg' alt='badge'></a>", "[badge](https://a.example)")]
    [InlineData("<b>bold</b><br/>next&nbsp;one", "**bold**\nnext one")]
    [InlineData("<p align=center>text</p>", "text")]
    [InlineData("Log: <ul><li>one</li><li>two</li></ul>", "Log: \n• one\n• two")]
    [InlineData("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "\n• one\n• two\n")]
    [InlineData("a <!-- hidden --> b", "a  b")]
    [InlineData("<font color='red'>CPU</font> <font color=#00cc00>ok</font> <font color=blue>x</font>", "<font color=\"warning\">CPU</font> <font color=\"info\">ok</font> x")]
    [InlineData("<font color=\"comment\">灰</font> <@zhangsan>", "<font color=\"comment\">灰</font> <@zhangsan>")]
    [InlineData("[a](https://a.example/x y)", "[a](https://a.example/x%20y)")]
    [InlineData("`<b>` and `- x`", "`<b>` and `- x`")]
    [InlineData("`` ` <b> `` <b>a</b>", "`` ` <b> `` **a**")]
    [InlineData("[a](https://a.example/x y\\)", "[a](https://a.example/x y\\)")]
    [InlineData("[a](https://a.example/(x y))", "[a](https://a.example/(x%20y))")]
    [InlineData("[a](https://a.example/x\ny z)", "[a](https://a.example/x\ny z)")]
    [InlineData("*i* _j_ ***k*** __l__ **m**", "i j **k** **l** **m**")]
    [InlineData("~~旧~~ 新", "~~旧~~ 新")]
    [InlineData("a\n\n---\nb", "a\n\n────────\nb")]
    [InlineData("##标题\n> #一级", "## 标题\n> # 一级")]
    [InlineData("> a\n>> b\n> > c", "> a\n> b\n> c")]
    [InlineData("> `a\n>  b`", "> `a b`")]
    [InlineData("<font color=\"info\">绿", "绿")]
    [InlineData("[文档][1]\n\n[1]: https://a.example/x", "[文档](https://a.example/x)\n\n[1]: https://a.example/x")]
    [InlineData("| a | b |\n| 1 | 2 |\n| 3 | 4 |", "a: 1; b: 2\na: 3; b: 4")]
    public void Content_is_adapted_to_markdown(string given, string expected) =>
        Assert.Equal(expected, MarkdownAdapter.Adapt(given, new MarkdownMessage()));

    [Theory]
    [InlineData("<font color=\"warning\">告警</font> <@zhangsan> 请处理", "告警 @zhangsan 请处理")]
    [InlineData("| a |\n|---|\n| <font color='red'>1</font> |", "| a |\n|---|\n| 1 |")]
    [InlineData("- a\n\n```\n<font color=red>\n```", "- a\n\n```\n<font color=red>\n```")]
    [InlineData("[a](https://a.example/x y)", "[a](https://a.example/x%20y)")]
    [InlineData("_i_ __b__ *c* ~~d~~", "*i* **b** *c* ~~d~~")]
    [InlineData("- [ ] a\n- [x] b\n1. [x] c", "- ☐ a\n- ☑ b\n1. ☑ c")]
    [InlineData("<b>a</b><br>b", "**a**\nb")]
    [InlineData("| a<br>x | b |\n|---|---|\n| <b>1</b> | 2<br/>3<li>4</li> |", "| a x | b |\n|---|---|\n| **1** | 2 3• 4 |")]
    [InlineData("> | a | b |\n> | 1 | 2 |", "> | a | b |\n> |---|---|\n> | 1 | 2 |")]
    public void Content_is_adapted_to_markdown_v2(string given, string expected) =>
        Assert.Equal(expected, MarkdownAdapter.Adapt(given, new MarkdownV2Message()));

    [Fact]
    public void Adapted_content_renders_and_adapting_it_again_changes_nothing()
    {
        var random = new Random(15);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            foreach (var dialect in new[] { Dialect.V1, Dialect.V2 })
            {
                var adapted = MarkdownAdapter.Adapt(text, dialect);
                Assert.True(!ConstructReader.Read(adapted).Any(construct => dialect.Lacks(construct) && ConstructWriter.CanRewrite(construct)), $"{dialect.Name}: {text}\n=>\n{adapted}");
                Assert.Same(adapted, MarkdownAdapter.Adapt(adapted, dialect));
            }
        }
    }

    [Fact]
    public void Adapted_content_gives_no_warning()
    {
        var message = new MarkdownMessage { Markdown = new() { Content = "- a\n- <b>b</b>" } };
        var plan = OverflowPlan.For(message, new() { Adapt = true });
        Assert.Empty(plan.Notices);
        Assert.Equal("• a\n• **b**", ((MarkdownMessage)plan.Messages[0]).Markdown!.Content);
    }
}
