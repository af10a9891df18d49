using System.Linq;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>Valid payloads at the edges of what scripts and cmdlets can say.</summary>
internal static class EdgePayloads
{
    private static readonly string[] Contents =
    [
        "it's", "‘a’ ‚b‛", "“a” „b\"", "$x $(y) `z", "'@", "a\n'@ | b", "a\n’@", "’@\na", " '@\na", "a\n", "a\n\n", "\na", " a ", "a\n ", "\n", " ", "a\r\nb", "a\rb", "a\tb\nc", "a\0b",
        "\u001B[31ma\u001B[0m\nb", "\uFEFFa", "a\uFEFFb", "a\u202Eb", "a\u2028b", "-Raw", "--%", "\u2013-%", "\u2014\u2015%", "123", "1kb", "0x10", "1e3", "@{a=1}", "System.Object[]", "#a", "a;b|c&d", "a\\nb",
        "{\"msgtype\":\"text\"}", "a\n\nb\n", "😀\n👩‍👩‍👧", "\uE000\uFFFF", "@'\na\n'@", "a\n'", "'\n'",
    ];

    private static readonly string[] Others =
    [
        """{"msgtype":"text","text":{"content":"a","mentioned_list":[]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_mobile_list":[]}}""",
        """{"msgtype":"text","text":{"content":"@{a=1}\n","mentioned_list":["@all"]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_list":["@all","lisi"]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_list":["lisi","lisi"]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_list":["@all","@all"]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_list":[" lisi"]}}""",
        """{"msgtype":"text","text":{"content":"a\u001b\ufeff","mentioned_list":[" lisi"]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_list":["123","-x","a b","it's"]}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_mobile_list":["+86 13800001111"]}}""",
        """{"msgtype":"news","news":{"articles":[{"title":"a","url":"b","description":"","picurl":""}]}}""",
        """{"msgtype":"news","news":{"articles":[{"title":"\u001b[1ma","url":"b"}]}}""",
        Payloads.Card("""{"source":{}}"""),
        Payloads.Card("""{"source":{"icon_url":"","desc":"","desc_color":3},"emphasis_content":{},"sub_title_text":""}"""),
        Payloads.Card("""{"quote_area":{},"horizontal_content_list":[],"jump_list":[]}"""),
        Payloads.Card("""{"emphasis_content":{"desc":"d"},"quote_area":{"title":"t","type":0}}"""),
        Payloads.Card("""{"quote_area":{"title":"t","pagepath":"p"}}"""),
        Payloads.Card("""{"quote_area":{"title":"t","type":1,"url":"u","appid":""}}"""),
        Payloads.Card("""{"horizontal_content_list":[{"keyname":"k","type":3,"userid":"lisi","url":"u"}]}"""),
        Payloads.Card("""{"horizontal_content_list":[{"keyname":"k","url":"u"},{"keyname":"k","value":"","type":0}]}"""),
        Payloads.Card("""{"jump_list":[{"title":"t","url":"u"}]}"""),
        Payloads.Card("""{"sub_title_text":"a\n"}"""),
        Payloads.Card("""{"card_action":{"type":1,"url":"u","pagepath":"p"}}"""),
        Payloads.Card("""{"card_image":{"url":"u","aspect_ratio":1.3333333333333333333333333333}}""", "news_notice"),
        Payloads.Card("""{"card_image":{"url":"u","aspect_ratio":1.30}}""", "news_notice"),
    ];

    /// <summary>What the module refuses, and what is no message that it knows.</summary>
    public static readonly string[] Refused =
    [
        Payloads.Text(""),
        Payloads.Content("markdown_v2", "![](data:image/png;base64,AAAA)"),
        Payloads.Card("""{"main_title":{}}"""),
        Payloads.Card("""{"emphasis_content":{"title":"a"}}""", "news_notice"),
        Payloads.Card("""{"card_action":{"type":1}}"""),
        Payloads.Card("""{"horizontal_content_list":[{}]}"""),
        """{"msgtype":"image","image":{"base64":"DATA","md5":"MD5"}}""",
        """{"msgtype":"news","news":{"articles":[]}}""",
        """{"msgtype":"file","file":{"media_id":""}}""",
        """{"msgtype":"text","text":{"content":"a","mentioned_list":[""]}}""",
        """{"msgtype":"text","text":{"contents":"it's \u0000 ‮"}}""",
        """{"msgtype":"texts"}""",
        "{\r\n\t\"text\": {\"content\": \"a\"}\r\n}",
        "{}",
    ];

    /// <summary>Content that one message cannot hold.</summary>
    public static readonly string[] TooLong =
    [
        Payloads.Text(new string('长', 700)),
        Payloads.Content("markdown", string.Concat(Enumerable.Repeat("- it's a ‘line’\n", 300))),
        Payloads.Content("markdown_v2", string.Concat(Enumerable.Repeat("line\u001B[0m\n", 900))),
    ];

    /// <summary>What one message can say.</summary>
    public static string[] Valid => [.. Contents.SelectMany(content => new[] { "text", "markdown", "markdown_v2" }.Select(type => Payloads.Content(type, content))), .. Others];
}
