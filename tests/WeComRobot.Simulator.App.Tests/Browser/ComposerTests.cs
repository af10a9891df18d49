using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using WeComRobot.Engine;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The composer: what is written is drawn and checked at once, copied, and sent only when asked.</summary>
public sealed class ComposerTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Card =
        """{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"磁盘告警"},"card_action":{"type":1,"url":"https://example.com"}}}""";

    internal override BrowserNewContextOptions Window => new(base.Window) { Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Preview => Page.Locator("#preview");

    private ILocator Problems => Page.Locator("#problems");

    [FactWith(InstalledChromium.Name)]
    public async Task A_card_is_drawn_while_it_is_typed_and_sent_only_when_asked()
    {
        await OpenAsync("composer");
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘告警");
        await Page.Locator("#editor").FillAsync(Card.Replace("磁盘告警", "磁盘恢复", StringComparison.Ordinal));
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘恢复");
        Assert.Empty(Server.Messages);

        await Page.Locator("#send").ClickAsync();
        await Expect(Page.Locator("#sent")).ToContainTextAsync("errcode 0");
        Assert.Contains("磁盘恢复", Assert.Single(Server.Messages).Body);
        await Page.Locator("#sent a").ClickAsync();
        await Expect(Page.Locator("article.message .card-title:visible")).ToHaveTextAsync("磁盘恢复");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Markdown_is_taken_as_the_chosen_type_and_JSON_as_JSON()
    {
        await OpenAsync("composer");
        await Page.Locator("#format").SelectOptionAsync("markdown_v2");
        await Page.Locator("#editor").FillAsync("| 服务 | 状态 |\n|---|---|\n| web | 正常 |");
        await Expect(Preview.Locator("td:visible")).ToHaveTextAsync(["web", "正常"]);
        await Page.Locator("#format").SelectOptionAsync("text");
        await Expect(Preview.Locator(".bubble:visible")).ToContainTextAsync("| web | 正常 |");
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘告警");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task It_says_what_is_wrong_before_anything_is_sent()
    {
        await OpenAsync("composer");
        await Page.Locator("#editor").FillAsync("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"a"}}}""");
        await Expect(Problems).ToContainTextAsync("42045");
        await Expect(Problems).ToContainTextAsync("template_card.card_action");
        await Page.Locator("#editor").FillAsync("{\n  \"msgtype\": \"text\",\n  \"text\": }");
        await Expect(Problems).ToContainTextAsync("第 3 行");
        await Page.Locator("#format").SelectOptionAsync("markdown");
        await Page.Locator("#editor").FillAsync("| a |\n|---|\n| 1 |");
        await Expect(Problems.Locator(".warning")).ToContainTextAsync("表格");
        await Page.Locator("#editor").FillAsync(new string('告', 1400));
        await Expect(Problems.Locator(".size.over")).ToContainTextAsync("4200");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Every_example_is_drawn_without_a_problem()
    {
        await OpenAsync("composer");
        var examples = Page.Locator("#gallery button[data-name]");
        var count = await examples.CountAsync();
        Assert.InRange(count, 12, 100);
        for (var i = 0; i < count; i++)
        {
            await examples.Nth(i).ClickAsync();
            await Expect(Page.Locator("#verdict")).ToHaveTextAsync("可以发送，没有发现问题。");
            await Expect(Preview.Locator(".bubble:visible, .photo:visible")).ToHaveCountAsync(1);
            await Page.Locator("#editor").FillAsync("");
        }
    }

    [PwshFact(InstalledChromium.Name)]
    public async Task The_copied_PowerShell_makes_the_message()
    {
        await OpenAsync("composer");
        await Page.Locator("#editor").FillAsync(Card);
        await Page.Locator("#copy-script").ClickAsync();
        var script = await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.EndsWith($"Send-WeComCard -Robot '{Server.Webhook()}'", script);
        await Page.Locator("#copy-json").ClickAsync();
        var json = await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), JsonNode.Parse(json)));

        var (exitCode, said) = await Pwsh.RunAsync("-Command", $"Import-Module '{Path.Combine(Repository.Root, "WeComRobot.psd1")}'\n{script}");
        Assert.Equal((0, ""), (exitCode, said));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), JsonNode.Parse(Assert.Single(Server.Messages).Body)));
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_of_the_chat_is_opened_from_its_details()
    {
        await PostAsync(LiveChatTests.Text("再来一条"));
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "在编辑器中打开" }).ClickAsync();
        await Expect(Preview.Locator(".bubble:visible")).ToHaveTextAsync("再来一条");
    }
}
