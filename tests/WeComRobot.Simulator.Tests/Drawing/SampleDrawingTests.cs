using System;
using System.IO;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Tests.Drawing;

/// <summary>The official samples of both dialects.</summary>
public sealed class SampleDrawingTests
{
    [Fact]
    public void Markdown_has_colours_and_a_quote() => Assert.Equal(
        "div.line(实时新增用户反馈span.font-warning(132例)，请相关同事注意。)"
            + "blockquote(div.line(类型:span.font-comment(用户反馈))div.line(普通用户反馈:span.font-comment(117例))div.line(VIP用户反馈:span.font-comment(15例)))",
        DrawnText.Markdown(Content("markdown")));

    [Fact]
    public void Markdown_v2_has_all_its_elements() => Assert.Equal(
        "h1(一、标题)h2(二级标题)h3(三级标题)"
            + "h1(二、字体)p(em(斜体))p(strong(加粗))"
            + "h1(三、列表)ul(li(无序列表 1)li(无序列表 2ul(li(无序列表 2.1)li(无序列表 2.2))))ol(li(有序列表 1)li(有序列表 2))"
            + "h1(四、引用)blockquote(p(一级引用)blockquote(p(二级引用)blockquote(p(三级引用))))"
            + "h1(五、链接)p(a<https://work.weixin.qq.com/api/doc>(这是一个链接)br()"
            + "img<https://res.mail.qq.com/node/ww/wwopenmng/images/independent/doc/test_pic_msg1.png>())"
            + "h1(六、分割线)hr()h1(七、代码)p(code(这是行内代码))pre(code(这是独立代码块))"
            + "h1(八、表格)div.table(table(thead(tr(th.left(姓名)th.center(文化衫尺寸)th.right(收货地址)))"
            + "tbody(tr(td.left(张三)td.center(S)td.right(广州))tr(td.left(李四)td.center(L)td.right(深圳)))))",
        DrawnText.MarkdownV2(Content("markdown_v2")));

    private static string Content(string type)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{type}.json")))!;
        return (string)sample[type]!["content"]!;
    }
}
