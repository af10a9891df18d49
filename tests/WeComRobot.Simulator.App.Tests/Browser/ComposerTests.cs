using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using WeComRobot.Engine;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The composer: what is written is drawn and checked at once, and copied.</summary>
public sealed class ComposerTests(Chromium chromium) : BrowserTest(chromium)
{
    internal const string Card =
        """{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"磁盘告警"},"card_action":{"type":1,"url":"https://example.com"}}}""";

    internal override BrowserNewContextOptions Window => new(base.Window) { Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Preview => Page.Locator("#preview");

    private ILocator Problems => Page.Locator("#problems");

    private ILocator Script => Page.Locator("#script .code-block");

    [FactWith(InstalledChromium.Name)]
    public async Task A_card_is_drawn_while_it_is_typed()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘告警");
        await Page.Locator("#editor").FillAsync(Card.Replace("磁盘告警", "磁盘恢复", StringComparison.Ordinal));
        await Expect(Preview.Locator(".card-title:visible")).ToHaveTextAsync("磁盘恢复");
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
    public async Task It_says_why_a_payload_is_no_JSON()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync("""{"msgtype":"text","text":{"content":"a",}}""");
        await Expect(Problems).ToContainTextAsync("它前面多了一个逗号，请删除。");
        await Page.Locator("#editor").FillAsync("""{“msgtype”:"text","text":{"content":"a"}}""");
        await Expect(Problems).ToContainTextAsync("半角双引号");
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
    public async Task No_script_of_an_earlier_draft_stays()
    {
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync(Card);
        await Expect(Script).ToContainTextAsync("磁盘告警");
        await Page.Locator("#editor").FillAsync("{");
        await Expect(Problems).ToContainTextAsync("第 1 行");
        await Expect(Script).ToHaveCountAsync(0);
    }
}
