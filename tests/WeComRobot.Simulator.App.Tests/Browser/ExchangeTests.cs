using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What the details show of a request and its response, as one debugs a script with them.</summary>
public sealed class ExchangeTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override BrowserNewContextOptions Window => new(base.Window) { Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Details => Page.Locator(".details");

    [FactWith(InstalledChromium.Name)]
    public async Task A_refused_message_begins_with_why_and_with_what_was_sent_both_ways()
    {
        await PostAsync(LiveChatTests.Text(""));
        await OpenDetailsAsync();
        await Expect(Details.Locator(".refusal .verdict")).ToHaveTextAsync("errcode 44004 empty content");
        await Expect(Details.Locator(".refusal .rule")).Not.ToBeEmptyAsync();
        await Expect(Block("请求").First).ToContainTextAsync($"POST /cgi-bin/webhook/send?key={Key}");
        await Expect(Block("请求").First).ToContainTextAsync("Content-Type: application/json; charset=utf-8");
        await Expect(Block("响应")).ToContainTextAsync("HTTP 200");
        Assert.StartsWith("HTTP 200\n{\"errcode\":44004,\"errmsg\":\"empty content, hint: [", await CopyAsync(Block("响应").Locator("button.copy")));
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_whose_answer_a_fault_cut_off_has_no_response()
    {
        Server.Script(new Fault { Cut = FaultCut.After });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(LiveChatTests.Text("a")));
        await OpenDetailsAsync();
        await Expect(Details.Locator(".fault")).ToHaveTextAsync("未送达，预设故障：读完请求体之后断开连接");
        await Expect(Details).ToContainTextAsync("没有响应：连接被断开。");
        await Expect(Block("响应")).ToHaveCountAsync(0);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task An_unknown_key_is_told_beside_those_that_there_are()
    {
        await PostAsync(LiveChatTests.Text("a"), "robot-3");
        await OpenDetailsAsync();
        await Expect(Details.Locator(".unknown-key")).ToContainTextAsync("地址里的 key 是“robot-3”");
        await Expect(Details.Locator(".webhooks code")).ToHaveTextAsync([$"{Server.Webhook()}", $"{Server.Webhook(OtherKey)}"]);
        await Expect(Block("PowerShell")).ToContainTextAsync($"{Server.Webhook()}");
        await Expect(Details.GetByText("这段 PowerShell 用的是机器人 1 的地址")).ToBeVisibleAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task An_address_without_a_key_is_told_to_have_none()
    {
        using var body = new StringContent(LiveChatTests.Text("a"));
        using var response = await Http.PostAsync(new Uri(Server.BaseAddress, "cgi-bin/webhook/send"), body);
        await OpenDetailsAsync();
        await Expect(Details.Locator(".unknown-key")).ToContainTextAsync("地址里没有 key。");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_refused_upload_shows_its_file()
    {
        await this.PostUploadAsync("file", "日报.txt", new byte[5]);
        await OpenDetailsAsync();
        await Expect(Details.Locator(".upload")).ToHaveTextAsync("类型file文件名日报.txt大小5 Bmedia_id（无）");
        await Expect(Details.Locator(".refusal")).ToContainTextAsync("errcode 40006");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Axe_finds_nothing_in_them_and_a_phone_shows_all()
    {
        await PostAsync(LiveChatTests.Text("????"), new string('k', 300));
        await this.PostUploadAsync("file", $"{new string('n', 200)}.txt", new byte[5]);
        Server.Script(new Fault { Cut = FaultCut.Before });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(LiveChatTests.Text("a")));
        await Page.SetViewportSizeAsync(360, 740);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await OpenAsync();
            foreach (var id in new[] { 1, 2, 3 })
            {
                await Page.Locator($"#message-{id} button.more").ClickAsync();
                await Expect(Details.Locator(".loading")).ToHaveCountAsync(0);
                Assert.Equal("", await Axe.FindViolationsAsync(Page));
                await LooksTests.AssertNoSidewaysScrollAsync(Page);
                await Page.Keyboard.PressAsync("Escape");
            }
        }
    }

    private ILocator Block(string label) => Details.Locator(".code-block").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = label, Exact = true }) });

    private async Task OpenDetailsAsync()
    {
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".loading")).ToHaveCountAsync(0);
    }
}
