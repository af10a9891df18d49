using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Themes, languages, the window of a phone, and what axe-core finds.</summary>
public sealed class LooksTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int PhoneWidth = 360;

    [FactWith(InstalledChromium.Name)]
    public async Task The_theme_is_the_systems_until_one_is_chosen()
    {
        await OpenAsync();
        var body = Page.Locator("body");
        await Expect(body).ToHaveCSSAsync("background-color", "rgb(239, 241, 244)");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(body).ToHaveCSSAsync("background-color", "rgb(22, 24, 28)");
        await Page.Locator("#view-theme").SelectOptionAsync("light");
        await Expect(body).ToHaveCSSAsync("background-color", "rgb(239, 241, 244)");
        await Page.ReloadAsync();
        await Expect(body).ToHaveCSSAsync("background-color", "rgb(239, 241, 244)");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Chinese_comes_first_and_English_by_preference()
    {
        await PostAsync(LiveChatTests.Text(""));
        await OpenAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(Page.Locator(".rule")).ToHaveTextAsync("内容为空，或请求体不是有效的 UTF-8 JSON。");
        await using var context = await Page.Context.Browser!.NewContextAsync(new() { Locale = "en-GB" });
        var english = await context.NewPageAsync();
        await english.GotoAsync(Server.BaseAddress.AbsoluteUri);
        await Expect(english.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(english.Locator(".rule")).ToHaveTextAsync("The content is empty, or the body is not valid JSON in UTF-8.");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_phone_shows_all_without_scrolling_sideways()
    {
        await SendGalleryAsync();
        await Page.SetViewportSizeAsync(PhoneWidth, 780);
        await OpenAsync();
        await Expect(Page.Locator("article.message")).ToHaveCountAsync(Server.Messages.Count);
        await AssertNoSidewaysScrollAsync(Page);
        await Page.Locator("button.more").Last.ClickAsync();
        await Expect(Page.Locator(".details .code-block").First).ToBeVisibleAsync();
        await AssertNoSidewaysScrollAsync(Page);
        await OpenAsync("composer");
        await Expect(Page.Locator("#editor")).ToBeVisibleAsync();
        await AssertNoSidewaysScrollAsync(Page);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Axe_finds_no_violation_of_level_A_or_AA()
    {
        await SendGalleryAsync();
        await PostAsync(LiveChatTests.Text(""));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await OpenAsync();
            await Page.Locator("button.more").Last.ClickAsync();
            await Expect(Page.Locator(".details .code-block").First).ToBeVisibleAsync();
            Assert.Equal("", await Axe.FindViolationsAsync(Page));
            await OpenAsync("composer");
            await Page.Locator("#gallery button").First.ClickAsync();
            await Expect(Page.Locator("#preview .bubble:visible")).ToBeVisibleAsync();
            Assert.Equal("", await Axe.FindViolationsAsync(Page));
        }
    }

    internal static async Task AssertNoSidewaysScrollAsync(IPage page)
    {
        var widest = await page.EvaluateAsync<int>(
            """
            () => Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('#scroller, .details')].map(
              element => element.scrollWidth - element.clientWidth + innerWidth))
            """);
        Assert.Equal(page.ViewportSize!.Width, widest);
    }

    private async Task SendGalleryAsync()
    {
        foreach (var payload in Gallery.Chinese.Take(20))
        {
            await PostAsync(payload);
        }
    }
}
