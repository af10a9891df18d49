using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>
/// Messages that try to run a script, to leave for another address, or to break the layout. The base class fails a test on any report of
/// the content security policy, dialog, exception and request to another host; the messages themselves try to set the title.
/// </summary>
public sealed class HostileTests(Chromium chromium) : BrowserTest(chromium)
{
    // A letter with hundreds of marks is one character, in which no line is broken: where no font stacks the marks, the bubble cuts it off
    private static readonly string[] Clipped = ["very many combining marks", "combining marks in a card"];

    internal override RateRule Rate => new(1000, TimeSpan.FromSeconds(60));

    [FactWith(InstalledChromium.Name)]
    public async Task No_script_runs_no_address_but_of_the_web_and_the_layout_holds()
    {
        Assert.InRange(HostileMessages.All.Count, 60, int.MaxValue);
        await OpenAsync();
        foreach (var message in HostileMessages.All)
        {
            await SendAsync(message);
        }

        var messages = Page.Locator("article.message");
        await Expect(messages).ToHaveCountAsync(HostileMessages.All.Count);
        await Expect(Page).ToHaveTitleAsync("企业微信群机器人模拟器");
        Assert.All(await ReadAddressesAsync(), address => Assert.Matches("^(https?://|data:image/png;base64,)", address));
        await LayOutAllAsync();
        foreach (var width in new[] { 1280, 360 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await LooksTests.AssertNoSidewaysScrollAsync(Page);
            Assert.Empty((await FindOverflowAsync()).Select(id => HostileMessages.All[id - 1].Name).Except(Clipped));
        }

        await OpenAllDetailsAsync();
        await Expect(Page).ToHaveTitleAsync("企业微信群机器人模拟器");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_composer_draws_them_as_safely()
    {
        await Page.Clock.InstallAsync();
        await OpenComposerAsync();
        foreach (var message in HostileMessages.All.Where(message => message.FileName is null && !string.IsNullOrWhiteSpace(message.Body)))
        {
            await WriteAsync(message.Body);
            await Page.WaitForFunctionAsync("() => document.querySelector('#result').ariaBusy === 'false'");
            await LooksTests.AssertNoSidewaysScrollAsync(Page);
        }

        await Expect(Page).ToHaveTitleAsync("消息编辑器 · 企业微信群机器人模拟器");
    }

    private async Task SendAsync(HostileMessage message)
    {
        var body = message.Body;
        if (message.FileName is { } name)
        {
            var payload = JsonNode.Parse(body)!;
            var type = (string)payload["msgtype"]!;
            payload[type]!["media_id"] = await this.UploadAsync(type, name, type == "voice" ? AmrBytes.Narrow(50) : new byte[6]);
            body = payload.ToJsonString();
        }

        await PostAsync(body);
    }

    // The page checks what is written when the writer pauses
    private async Task WriteAsync(string body)
    {
        await Page.Locator("#editor").FillAsync(body);
        await Page.Clock.FastForwardAsync(1000);
    }

    private Task<string[]> ReadAddressesAsync() => Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('#messages a, #messages img')].map(element => element.href ?? element.src)");

    /// <summary>The messages that are wider than the chat, have something visible that stands out of them, or something that is cut off.</summary>
    private Task<int[]> FindOverflowAsync() => Page.EvaluateAsync<int[]>(
        """
        () => [...document.querySelectorAll('article.message')].filter(message => {
          const { right, bottom } = message.getBoundingClientRect();
          return right > innerWidth + 1 || [...message.querySelectorAll('.bubble')].some(bubble => {
            const box = bubble.getBoundingClientRect();
            const isCut = bubble.scrollWidth > bubble.clientWidth + 2 && !['auto', 'scroll'].includes(getComputedStyle(bubble).overflowX);
            return box.width > 0 && (box.right > right + 1 || box.bottom > bottom + 1 || isCut);
          });
        }).map(message => Number(message.dataset.id))
        """);

    // What is far from the window is not laid out, and has a size that was only estimated
    private Task LayOutAllAsync() => Page.EvaluateAsync(
        "() => { document.styleSheets[0].insertRule('* { content-visibility: visible !important }', document.styleSheets[0].cssRules.length); }");

    private Task OpenAllDetailsAsync() => Page.EvaluateAsync(
        """
        async () => {
          const details = document.querySelector('.details');
          for (const more of document.querySelectorAll('button.more')) {
            more.click();
            while (details.querySelector('.loading')) {
              await new Promise(done => setTimeout(done, 1));
            }
          }
        }
        """);
}
