using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The minute of each robot, by the simulator's clock.</summary>
public sealed class MeterTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override RateRule Rate => new(2, TimeSpan.FromSeconds(60));

    private ILocator Meter => Page.Locator(".meter[data-robot='1']");

    [FactWith(InstalledChromium.Name)]
    public async Task It_shows_a_full_minute_and_who_met_45009()
    {
        await StopClockAsync();
        await OpenAsync();
        await PostAsync(LiveChatTests.Text("1"));
        await Expect(Meter.Locator(".used")).ToHaveTextAsync("1/2");
        await Expect(Meter.Locator(".state")).ToBeEmptyAsync();
        await PostAsync(LiveChatTests.Text("2"));
        await Expect(Meter.Locator(".used")).ToHaveTextAsync("2/2");
        await Expect(Meter.Locator(".state")).ToHaveTextAsync(new Regex("^已满，现在发会收到 45009；\\d+ 秒后可再发。$"));
        await PostAsync(LiveChatTests.Text("太多"));
        await Expect(Meter.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "#message-3");
        await Expect(Page.Locator(".meter[data-robot='2']")).ToHaveCountAsync(0);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task It_shows_which_message_waits_and_when_it_arrived()
    {
        await StopClockAsync();
        await OpenAsync();
        foreach (var text in new[] { "1", "2", "等一等", "再等等" })
        {
            await PostAsync(LiveChatTests.Text(text));
        }

        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("被限速，尚未重发：#3#4");
        await PostAsync(LiveChatTests.Text("等一等"));
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("被限速，尚未重发：#4#5");
        Time.Advance(TimeSpan.FromSeconds(61));
        await PostAsync(LiveChatTests.Text("等一等"));
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync(["被限速，尚未重发：#4", "先前被限速，现已送达：#6"]);
        var retry = Page.Locator("#message-6 .retry");
        await Expect(retry).ToHaveTextAsync("内容同 #5");
        await Expect(retry).ToHaveAttributeAsync("href", "#message-5");
        await Expect(Page.Locator(".retry")).ToHaveCountAsync(2);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_scripted_limit_is_marked_as_one_of_the_service_and_another_fault_is_not()
    {
        await OpenAsync();
        Server.Script(new Fault { ErrCode = 45009 }, new Fault { ErrCode = 45033 }, new Fault { Status = 503 });
        foreach (var text in new[] { "满了", "太多", "网关" })
        {
            await PostAsync(LiveChatTests.Text(text));
        }

        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("被限速，尚未重发：#1#2");
        await Expect(Page.Locator("#message-1 .rule")).ToHaveTextAsync("每个机器人每 60 秒最多 2 条消息。");
        await Expect(Page.Locator("#message-1 .remedy")).ToContainTextAsync("一分钟后重发。");
        await PostAsync(LiveChatTests.Text("满了"));
        await PostAsync(LiveChatTests.Text("网关"));
        await Expect(Page.Locator("#message-5 .retry")).ToHaveTextAsync("内容同 #3");
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync(["被限速，尚未重发：#2", "先前被限速，现已送达：#4"]);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task What_met_the_limit_waits_longer_than_the_minute()
    {
        await Page.Clock.InstallAsync(new() { TimeDate = Time.GetUtcNow().UtcDateTime });
        await OpenAsync();
        Server.Script(new Fault { ErrCode = 45009 });
        await PostAsync(LiveChatTests.Text("等一等"));
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("被限速，尚未重发：#1");
        await Page.Clock.RunForAsync(61_000);
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("被限速，尚未重发：#1");
        Time.Advance(TimeSpan.FromSeconds(61));
        await PostAsync(LiveChatTests.Text("等一等"));
        await Page.Clock.RunForAsync(100);
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("先前被限速，现已送达：#2");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_link_keeps_the_focus_while_the_seconds_pass_and_stays_when_the_minute_is_over()
    {
        for (var i = 0; i < 3; i++)
        {
            await PostAsync(LiveChatTests.Text($"{i}"));
        }

        await StopClockAsync();
        await OpenAsync();
        var link = Meter.GetByRole(AriaRole.Link);
        await link.FocusAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        await StopClockAsync();
        await Expect(Meter.Locator(".state")).ToContainTextAsync("30 秒后");
        await Expect(link).ToBeFocusedAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        await StopClockAsync();
        await Expect(Meter.Locator(".used")).ToHaveTextAsync("0/2");
        await Expect(link).ToBeFocusedAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task It_says_how_many_more_wait_than_it_lists()
    {
        await OpenAsync();
        for (var i = 0; i < 9; i++)
        {
            await PostAsync(LiveChatTests.Text($"{i}"));
        }

        await Expect(Meter.Locator(".mark")).ToHaveTextAsync("被限速，尚未重发：+2#5#6#7#8#9");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_delayed_answer_is_marked()
    {
        await OpenAsync();
        Server.Script(new Fault { DelayMs = 1 });
        var answer = PostAsync(LiveChatTests.Text("慢"));
        await Expect(Meter.Locator(".mark")).ToContainTextAsync("应答延迟 1 毫秒");
        // The message is shown as soon as it came, maybe before its answer waits
        await Time.UntilTimersAsync(1);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await answer;
    }
}
