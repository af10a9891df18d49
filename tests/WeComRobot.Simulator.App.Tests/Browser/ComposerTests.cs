using System;
using System.IO;
using System.Linq;
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

    private ILocator Script => Page.Locator("#script .code-block");

    [FactWith(InstalledChromium.Name)]
    public async Task A_card_is_drawn_while_it_is_typed_and_sent_only_when_asked()
    {
        await OpenComposerAsync();
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
    public async Task What_is_written_is_taken_as_the_chosen_type_and_JSON_as_JSON_if_none_is_chosen()
    {
        await OpenComposerAsync();
        await Page.Locator("#format").SelectOptionAsync("markdown_v2");
        await Page.Locator("#editor").FillAsync("| 服务 | 状态 |\n|---|---|\n| web | 正常 |");
        await Expect(Preview.Locator("td:visible")).ToHaveTextAsync(["web", "正常"]);
        await Page.Locator("#format").SelectOptionAsync("text");
        await Expect(Preview.Locator(".bubble:visible")).ToContainTextAsync("| web | 正常 |");
        await Page.Locator("#editor").FillAsync("{{ service }} 正常");
        await Expect(Preview.Locator(".bubble:visible")).ToHaveTextAsync("{{ service }} 正常");
        await Page.Locator("#format").SelectOptionAsync("auto");
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘告警");
        await Page.Locator("#editor").FillAsync($"[{Card}]");
        await Expect(Problems).ToContainTextAsync("不是数组");
        await Expect(Page.Locator("#send")).ToBeDisabledAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_format_ends_with_its_draft_and_undo_brings_both_back()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync(Card);
        await Page.Locator("#gallery [data-name='service-status']").ClickAsync();
        await Expect(Page.Locator("#format")).ToHaveValueAsync("markdown_v2");
        await Page.Locator("#editor").PressAsync("Control+Z");
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘告警");

        await Page.Locator("#format").SelectOptionAsync("text");
        await PasteOverAllAsync(Card.Replace("告警", "恢复", StringComparison.Ordinal));
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘恢复");

        await Page.Locator("#editor").FillAsync("");
        await Page.Locator("#format").SelectOptionAsync("text");
        await PasteOverAllAsync("# 文本");
        await Expect(Preview.Locator(".bubble:visible")).ToHaveTextAsync("# 文本");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task It_says_what_is_wrong_before_anything_is_sent()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"a"}}}""");
        await Expect(Problems).ToContainTextAsync("42045");
        await Expect(Problems).ToContainTextAsync("template_card.card_action");
        await Page.Locator("#editor").FillAsync("{\n  \"msgtype\": \"text\",\n  \"text\": }");
        await Expect(Problems).ToContainTextAsync("第 3 行第 11 列");
        await Problems.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal("}", await Page.EvaluateAsync<string>("() => { const { value, selectionStart } = document.activeElement; return value.slice(selectionStart, selectionStart + 1); }"));
        await Page.Locator("#format").SelectOptionAsync("markdown");
        await Page.Locator("#editor").FillAsync("| a |\n|---|\n| 1 |");
        await Expect(Problems.Locator(".warning")).ToContainTextAsync("表格");
        await Page.Locator("#editor").FillAsync(new string('告', 1400));
        await Expect(Problems.Locator(".size.over")).ToContainTextAsync("4200");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Every_example_is_drawn_without_a_problem()
    {
        Assert.InRange(Gallery.Chinese.Count(), 12, 100);
        await Page.Clock.InstallAsync();
        await OpenComposerAsync();
        var examples = Page.Locator("#gallery button[data-name]");
        await Expect(examples).ToHaveCountAsync(Gallery.Chinese.Count());
        foreach (var example in await examples.AllAsync())
        {
            // Without the message before it nothing is drawn
            await Page.Locator("#editor").FillAsync("");
            await Page.Clock.FastForwardAsync(1000);
            await Expect(Page.Locator("#preview:empty")).ToHaveCountAsync(1);
            await example.ClickAsync();
            await Page.Clock.FastForwardAsync(1000);
            await Expect(Page.Locator("#verdict")).ToHaveTextAsync("可以发送，没有发现问题。");
            await Expect(Preview.Locator(".bubble:visible, .photo:visible")).ToHaveCountAsync(1);
        }
    }

    [PwshFact(InstalledChromium.Name)]
    public async Task The_copied_PowerShell_makes_the_message()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync(Card);
        var script = await CopyAsync(Page.Locator("#copy-script"));
        Assert.EndsWith($"Send-WeComCard -Robot '{Server.Webhook()}'", script);
        var json = await CopyAsync(Page.Locator("#copy-json"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), JsonNode.Parse(json)));

        var (exitCode, said) = await Pwsh.RunAsync("-Command", $"Import-Module '{Path.Combine(Repository.Root, "WeComRobot.psd1")}'\n{script}");
        Assert.Equal((0, ""), (exitCode, said));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), JsonNode.Parse(Assert.Single(Server.Messages).Body)));
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_draft_outlives_a_reload()
    {
        await OpenComposerAsync();
        await Page.Locator("#format").SelectOptionAsync("text");
        await Page.Locator("#editor").FillAsync("**没写完**");
        await Page.ReloadAsync();
        await Expect(Page.Locator("#editor")).ToHaveValueAsync("**没写完**");
        await Expect(Preview.Locator(".bubble:visible")).ToHaveTextAsync("**没写完**");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Who_clicks_twice_sends_once()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync(Card);
        await Page.Locator("#send").DblClickAsync();
        await Expect(Page.Locator("#sent")).ToHaveTextAsync("errcode 0 ok 去群聊看看");
        Assert.Single(Server.Messages);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task It_checks_again_when_the_simulator_is_back()
    {
        await OpenComposerAsync();
        await Expect(Script).ToBeVisibleAsync();
        await Page.RouteAsync("**/simulator/check?*", route => route.FulfillAsync(new() { Body = "no simulator" }));
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Problems).ToHaveTextAsync("连接不上模拟器，正在重试……");
        await Expect(Page.Locator("#send")).ToBeDisabledAsync();
        await Expect(Script).ToHaveCountAsync(0);
        await Page.UnrouteAsync("**/simulator/check?*");
        await Expect(Problems).ToContainTextAsync("可以发送");
        await Expect(Page.Locator("#send")).ToBeEnabledAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Neither_answer_nor_script_of_an_earlier_draft_stays()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync(LiveChatTests.Text(""));
        await Page.Locator("#send").ClickAsync();
        await Expect(Page.Locator("#sent")).ToContainTextAsync("errcode 44004");
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Page.Locator("#sent")).ToBeEmptyAsync();
        await Expect(Script).ToContainTextAsync("磁盘告警");
        await Page.Locator("#editor").FillAsync("{");
        await Expect(Problems).ToContainTextAsync("第 1 行");
        await Expect(Script).ToHaveCountAsync(0);
    }

    private async Task PasteOverAllAsync(string text)
    {
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await Page.Locator("#editor").PressAsync("Control+A");
        await Page.Locator("#editor").PressAsync("Control+V");
    }
}
