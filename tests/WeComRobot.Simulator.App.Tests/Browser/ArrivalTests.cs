using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What people who listen to the chat are told as messages come.</summary>
public sealed class ArrivalTests(Chromium chromium) : BrowserTest(chromium)
{
    private ILocator Messages => Page.Locator("article.message");

    private ILocator Told => Page.Locator(".announcer");

    [FactWith(InstalledChromium.Name)]
    public async Task Who_listens_is_told_of_new_messages_and_of_no_old_ones()
    {
        await PostAsync(LiveChatTests.Text("旧消息"));
        await Page.Clock.InstallAsync(new() { TimeDate = Time.GetUtcNow().UtcDateTime });
        await OpenAsync();
        await Expect(Messages).ToHaveCountAsync(1);
        await Page.Clock.RunForAsync(1000);
        await Expect(Told).ToBeEmptyAsync();
        await PostAsync(LiveChatTests.Text("新消息"));
        await Expect(Messages).ToHaveCountAsync(2);
        await Page.Clock.RunForAsync(1000);
        await Expect(Told).ToHaveTextAsync("机器人 1 文本");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Who_listens_is_told_what_was_not_delivered()
    {
        await Page.Clock.InstallAsync(new() { TimeDate = Time.GetUtcNow().UtcDateTime });
        await OpenAsync();
        await Expect(Page.GetByText("还没有消息")).ToBeVisibleAsync();
        await PostAsync(LiveChatTests.Text(""));
        await AssertToldAsync(1, "机器人 1 文本 被拒绝，errcode 44004");
        Server.Script(new Fault { Status = 503 });
        await PostAsync(LiveChatTests.Text("没有送达"));
        await AssertToldAsync(2, "机器人 1 文本 未送达，预设故障：HTTP 503");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Who_listens_is_told_how_many_of_several_were_not_delivered()
    {
        await OpenAsync();
        await AnnounceAsync("refused", "accepted", "fault");
        await Expect(Told).ToHaveTextAsync("3 条新消息，其中 2 条未送达");
        await AnnounceAsync("accepted", "accepted");
        await Expect(Told).ToHaveTextAsync("2 条新消息");
    }

    private async Task AssertToldAsync(int count, string words)
    {
        await Expect(Messages).ToHaveCountAsync(count);
        await Page.Clock.RunForAsync(1000);
        await Expect(Told).ToHaveTextAsync(words);
    }

    // At once, as a burst of messages comes
    private Task AnnounceAsync(params string[] outcomes) => Page.EvaluateAsync(
        """
        async outcomes => {
          const { announceArrivals } = await import('./arrivals.js');
          announceArrivals(outcomes.map(outcome => ({ outcome })));
        }
        """,
        outcomes);
}
