using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The pages while the simulator does not respond.</summary>
public sealed class UnreachableTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Events = "**/simulator/events*";
    private const string NoAnswer = "模拟器没有响应。";

    internal override string? ExpectedReport => "Failed to load resource: net::ERR_FAILED";

    [FactWith(InstalledChromium.Name)]
    public async Task The_chat_says_so_until_it_is_back()
    {
        var banner = Page.GetByRole(AriaRole.Alert);
        await PostAsync(LiveChatTests.Text("还在"));
        await CutAsync(Events);
        await OpenAsync();
        await Expect(banner).ToHaveTextAsync("连接不上模拟器，正在重试……");
        await Page.UnrouteAsync(Events);
        await Expect(Page.Locator("article.message .bubble:visible")).ToHaveTextAsync("还在");
        await Expect(banner).ToBeHiddenAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Clearing_says_that_nothing_was_cleared()
    {
        const string Messages = "**/simulator/messages";
        await PostAsync(LiveChatTests.Text("还在"));
        await CutAsync(Messages);
        await OpenAsync();
        await Page.Locator("#clear").ClickAsync();
        await Page.Locator("#clear-confirm").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToHaveTextAsync(NoAnswer);
        await Page.UnrouteAsync(Messages);
        await Page.Locator("#clear-confirm").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(Page.Locator("article.message")).ToHaveCountAsync(0);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_that_cannot_be_opened_is_opened_by_a_reload()
    {
        const string Entries = "**/simulator/entries/*";
        await PostAsync(LiveChatTests.Text("还在"));
        await CutAsync(Entries);
        await OpenAsync("composer#entry=1");
        await Expect(Page.Locator("#notice")).ToHaveTextAsync(NoAnswer);
        await Page.UnrouteAsync(Entries);
        await Page.ReloadAsync();
        await Expect(Page.Locator("#editor")).ToHaveValueAsync("还在");
        await Expect(Page.Locator("#notice")).ToBeEmptyAsync();
    }

    private Task CutAsync(string addresses) => Page.RouteAsync(addresses, route => route.AbortAsync());
}
