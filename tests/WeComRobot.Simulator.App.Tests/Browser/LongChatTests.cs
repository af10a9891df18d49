using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>A chat that is longer than its window, or than the simulator keeps.</summary>
public sealed class LongChatTests(Chromium chromium) : BrowserTest(chromium)
{
    private ILocator Messages => Page.Locator("article.message:visible");

    private ILocator Newer => Page.Locator("#newer");

    [FactWith(InstalledChromium.Name)]
    public async Task Who_reads_older_messages_stays_there_and_is_told_of_newer_ones()
    {
        await PostAsync(LiveChatTests.Text(string.Join('\n', new string('行', 100).ToCharArray())));
        await OpenAsync();
        await Expect(Messages).ToHaveCountAsync(1);
        await Expect(Messages).ToBeInViewportAsync();
        await Page.WaitForFunctionAsync("() => document.getElementById('scroller').scrollTop > 0");
        await Page.Locator("#scroller").PressAsync("Home");
        await Page.WaitForFunctionAsync("() => document.getElementById('scroller').scrollTop === 0");
        await PostAsync(LiveChatTests.Text("看不到的"));
        await Expect(Newer).ToHaveTextAsync("1 条新消息 ↓");
        await Expect(Messages.Last).Not.ToBeInViewportAsync();
        await Newer.ClickAsync();
        await Expect(Messages.Last).ToBeInViewportAsync();
        await Expect(Newer).ToBeHiddenAsync();
        await Expect(Page.Locator("#scroller")).ToBeFocusedAsync();
        await PostAsync(LiveChatTests.Text("马上看到的"));
        await Expect(Messages).ToHaveCountAsync(3);
        await Expect(Messages.Last).ToBeInViewportAsync();
        await Expect(Newer).ToBeHiddenAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_link_to_a_message_that_the_filter_hides_shows_it()
    {
        Server.Script(new Fault { Status = 502 }, new Fault { Status = 503 });
        await PostAsync(LiveChatTests.Text("再试一次"));
        await PostAsync(LiveChatTests.Text("再试一次"));
        await OpenAsync();
        await Expect(Messages).ToHaveCountAsync(2);
        await Page.Locator("#filter-words").FillAsync("HTTP 503");
        await Expect(Messages).ToHaveCountAsync(1);
        await Page.GetByRole(AriaRole.Link, new() { Name = "内容同 #1" }).ClickAsync();
        await Expect(Messages).ToHaveCountAsync(2);
        await Expect(Page.Locator("#message-1:target")).ToBeInViewportAsync();
        await Expect(Page.Locator("#filter-words")).ToBeEmptyAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Only_the_latest_10000_messages_are_kept()
    {
        await OpenAsync();
        var counts = await Page.EvaluateAsync<int[]>(
            """
            async () => {
              const { MaxMessages, MessageList } = await import('./list.js');
              const messages = document.createElement('div');
              const list = new MessageList(messages);
              const entries = Array.from({ length: MaxMessages + 60 }, (_, index) => (
                { id: index + 1, robot: 1, at: '2025-06-04T08:00:00Z', type: 'text', outcome: index < 10 ? 'refused' : 'accepted', payload: { content: `${index + 1}` } }));
              list.add(entries.slice(0, 10), () => false);
              list.add(entries.slice(10), () => true);
              const texts = [...messages.querySelectorAll('.bubble')].map(bubble => Number(bubble.textContent));
              return [list.count, list.shown, list.undelivered, texts.length, texts[0], texts.at(-1)];
            }
            """);
        Assert.Equal([10_000, 10_000, 0, 10_000, 61, 10_060], counts);
    }
}
