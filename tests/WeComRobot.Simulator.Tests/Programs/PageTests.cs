using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Cards;

namespace WeComRobot.Simulator.Tests.Programs;

/// <summary>The chat page, as served and as a browser renders it.</summary>
public sealed partial class PageTests : SimulatorTest
{
    private const string Hostile = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    [Fact]
    public async Task The_page_and_its_resources_are_served_locally()
    {
        var page = await Http.GetAsync(Server.BaseAddress);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        var html = await page.Content.ReadAsStringAsync();
        var resources = Resource().Matches(html).Select(match => match.Groups[1].Value).Where(name => name != "data:,").ToArray();
        Assert.NotEmpty(resources);
        foreach (var name in resources)
        {
            Assert.DoesNotContain("//", name);
            Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(new Uri(Server.BaseAddress, name))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(Server.BaseAddress, "none.js"))).StatusCode);
    }

    [FactWith(Chromium.Name)]
    public async Task Every_message_type_is_rendered()
    {
        foreach (var sample in new[] { "text", "markdown", "markdown_v2", "news", "text_notice", "news_notice" })
        {
            var body = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", $"{sample}.json"));
            Assert.Equal(0, (await SendAsync(body)).ErrCode);
        }

        await SendMediaAsync("file", await this.MediaIdAsync());
        await SendMediaAsync("voice", await this.MediaIdAsync("voice"));

        var dom = await Chromium.DumpDomAsync(Server.BaseAddress);

        Assert.Equal(8, dom.Split("class=\"bot\"").Length - 1);
        string[] expected =
        [
            "<span class=\"mention\">@所有人</span>",
            "<span class=\"font-warning\">132例</span>",
            "<em>斜体</em>", "<strong>加粗</strong>", "<hr>", "<td class=\"center\">S</td>", "<li>无序列表 2.1</li>",
            "<pre><code>这是独立代码块</code></pre>",
            "<blockquote><div class=\"line\">二级引用</div><blockquote><div class=\"line\">三级引用</div>",
            "<span class=\"title\">中秋节礼品领取</span>",
            "<div class=\"number\">100</div>", "<div class=\"quote-title\">引用文本标题</div>", "<dt>邀请人</dt><dd>张三</dd>",
            "<span class=\"jump-title\">跳转小程序</span>", "<div class=\"side-title\">欢迎使用企业微信</div>",
            "<div class=\"section-title\">惊喜红包等你来拿</div>", "aspect-ratio: 2.25",
            "<div class=\"file-name\">wework.txt</div><div class=\"file-size\">6 B</div>", "1″",
        ];
        Assert.All(expected, html => Assert.Contains(html, dom));
    }

    [FactWith(Chromium.Name)]
    public async Task No_message_can_inject_elements_or_script_links()
    {
        var text = JsonValue.Create(Hostile).ToJsonString();
        await AcceptsAsync(Content("text", Hostile));
        await AcceptsAsync(Content("markdown", $"# {Hostile}\n> <font color=\"info\">{Hostile}</font>\n[a](javascript:alert(1)) `{Hostile}`"));
        await AcceptsAsync(Content("markdown_v2", $"- {Hostile}\n\n| {Hostile} | b |\n|---|---|\n| c | d |\n\n[a](javascript:alert(1))![b](javascript:alert(1))\n```\n{Hostile}"));
        await AcceptsAsync(JsonNode.Parse($$"""{"msgtype":"news","news":{"articles":[{"title":{{text}},"url":"javascript:alert(1)","picurl":{{text}} }]} }""")!);
        await AcceptsAsync(Card.TextNotice().With("main_title.desc", text).With("card_action.url", "\"javascript:alert(1)\"")
            .With("quote_area", $$"""{"type":1,"url":"javascript:alert(1)","quote_text":{{text}} }"""));
        await AcceptsAsync(Card.NewsNotice().With("card_image.url", text).With("source", $$"""{"desc":{{text}} }""")
            .With("horizontal_content_list", $$"""[{"keyname":{{text}},"value":"v","type":1,"url":"data:text/html,x" }]"""));
        await this.UploadAsync(new byte[6], disposition: "Content-Disposition: form-data; name=\"media\"; filename=\"<img src=x>\"");
        await SendMediaAsync("file", Server.Media.Single().MediaId);

        var dom = await Chromium.DumpDomAsync(Server.BaseAddress);

        Assert.Contains("<title>群机器人模拟器</title>", dom);
        Assert.True(dom.Split("&lt;script&gt;").Length > 8, "the texts are shown as they are");
        Assert.Contains("&lt;img src=x&gt;", dom);
        Assert.Single(ScriptElement().Matches(dom));
        Assert.DoesNotContain("<img src=\"x\"", dom);
        Assert.DoesNotMatch("(href|src)=\"(javascript|data:text)", dom);
    }

    private static JsonObject Content(string type, string content) =>
        new() { ["msgtype"] = type, [type] = new JsonObject { ["content"] = content } };

    private async Task SendMediaAsync(string type, string id) =>
        await AcceptsAsync(new JsonObject { ["msgtype"] = type, [type] = new JsonObject { ["media_id"] = id } });

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Resource();

    [GeneratedRegex("<script\\b")]
    private static partial Regex ScriptElement();
}
