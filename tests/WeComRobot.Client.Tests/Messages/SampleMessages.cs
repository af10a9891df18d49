using System;
using WeComRobot.Messages;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>The samples, as records of Client.</summary>
internal static class SampleMessages
{
    public static Message Build(string name) => name switch
    {
        "text_hello" => new TextMessage { Text = new() { Content = "hello world" } },
        "text" => new TextMessage
        {
            Text = new()
            {
                Content = "广州今日天气：29度，大部分多云，降雨概率：60%",
                MentionedList = ["wangqing", "@all"],
                MentionedMobileList = ["13800001111", "@all"],
            },
        },
        "markdown" => new MarkdownMessage
        {
            Markdown = new()
            {
                Content =
                    "实时新增用户反馈<font color=\"warning\">132例</font>，请相关同事注意。\n" +
                    ">类型:<font color=\"comment\">用户反馈</font>\n" +
                    ">普通用户反馈:<font color=\"comment\">117例</font>\n" +
                    ">VIP用户反馈:<font color=\"comment\">15例</font>",
            },
        },
        "markdown_v2" => new MarkdownV2Message { Markdown = new() { Content = MarkdownV2 } },
        "image" => new ImageMessage { Image = new() { Base64 = "DATA", Md5 = "MD5" } },
        "news" => new NewsMessage
        {
            News = new()
            {
                Articles =
                [
                    new()
                    {
                        Title = "中秋节礼品领取",
                        Description = "今年中秋节公司有豪礼相送",
                        Url = "www.qq.com",
                        PictureUrl = "https://res.mail.qq.com/node/ww/wwopenmng/images/independent/doc/test_pic_msg1.png",
                    },
                ],
            },
        },
        "file" => new FileMessage { File = new() { MediaId = "3a8asd892asd8asd" } },
        "voice" => new VoiceMessage { Voice = new() { MediaId = "MEDIA_ID" } },
        "text_notice" => new CardMessage { Card = SampleCards.TextNotice },
        "news_notice" => new CardMessage { Card = SampleCards.NewsNotice },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private const string MarkdownV2 =
        "# 一、标题\n## 二级标题\n### 三级标题\n" +
        "# 二、字体\n*斜体*\n\n**加粗**\n" +
        "# 三、列表 \n- 无序列表 1 \n- 无序列表 2\n  - 无序列表 2.1\n  - 无序列表 2.2\n1. 有序列表 1\n2. 有序列表 2\n" +
        "# 四、引用\n> 一级引用\n>>二级引用\n>>>三级引用\n" +
        "# 五、链接\n[这是一个链接](https:work.weixin.qq.com/api/doc)\n" +
        "![](https://res.mail.qq.com/node/ww/wwopenmng/images/independent/doc/test_pic_msg1.png)\n" +
        "# 六、分割线\n\n---\n" +
        "# 七、代码\n`这是行内代码`\n```\n这是独立代码块\n```\n\n" +
        "# 八、表格\n| 姓名 | 文化衫尺寸 | 收货地址 |\n| :----- | :----: | -------: |\n| 张三 | S | 广州 |\n| 李四 | L | 深圳 |\n";
}
