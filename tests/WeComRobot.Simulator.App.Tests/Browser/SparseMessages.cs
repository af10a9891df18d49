using System.Linq;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Messages that the service takes although they leave out all that it does not require, or have nothing to see in a text.</summary>
internal static class SparseMessages
{
    public const string BareCard = """{"card_type":"text_notice","main_title":{"title":"标题"},"card_action":{"type":1,"url":"https://example.com"}}""";

    /// <summary>A card whose parts open something and have no text.</summary>
    public const string TextlessCard = """
        {"card_type":"text_notice","main_title":{"title":"标题"},"card_action":{"type":1,"url":"https://example.com/card"},
         "quote_area":{"type":1,"url":"https://example.com/quote"},
         "horizontal_content_list":[{"keyname":"链接","type":1,"url":"https://example.com/row"},{"keyname":"文件","type":2,"media_id":"MEDIA"},
           {"keyname":"成员","type":3,"userid":"wangqing"},{"keyname":"附件","value":"日志.txt","type":2,"media_id":"MEDIA"}],
         "jump_list":[{"title":" ","type":1,"url":"https://example.com/jump"},{"title":"小程序","type":2,"appid":"APP","pagepath":"a/b"}]}
        """;

    public const string BareNewsCard = """
        {"card_type":"news_notice","main_title":{"title":"标题"},"card_image":{"url":"https://example.com/a.png"},
         "image_text_area":{"type":1,"url":"https://example.com/area","image_url":"https://example.com/b.png"},
         "card_action":{"type":2,"appid":"APP","pagepath":"a/b"}}
        """;

    public const string TextlessNews = """{"msgtype":"news","news":{"articles":[{"title":" ","url":"https://example.com/article"}]}}""";

    public const string TextlessLink = """{"msgtype":"markdown_v2","markdown_v2":{"content":"[ ](https://example.com/v2) ![图](https://example.com/c.png)"}}""";

    public static readonly string[] All = [.. new[] { BareCard, TextlessCard, BareNewsCard }.Select(Card), TextlessNews, TextlessLink];

    public static string Card(string card) => $$"""{"msgtype":"template_card","template_card":{{card}}}""";
}
