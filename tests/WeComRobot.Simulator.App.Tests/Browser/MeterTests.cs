using System;
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
        await PostAsync(LiveChatTests.Text("2"));
        await Expect(Meter.Locator(".used")).ToHaveTextAsync("2/2");
        await Expect(Meter).ToContainTextAsync("再发会收到 45009");
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
        await Expect(Meter.Locator(".mark")).ToHaveTextAsync(["被限速，尚未重发：#4", "重发后已送达：#6"]);
        var retry = Page.Locator("#message-6 .retry");
        await Expect(retry).ToHaveTextAsync("重发 #5");
        await Expect(retry).ToHaveAttributeAsync("href", "#message-5");
        await Expect(Page.Locator(".retry")).ToHaveCountAsync(2);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_link_keeps_the_focus_while_the_seconds_pass_until_its_minute_is_over()
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
        await Expect(link).ToHaveCountAsync(0);
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
