using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Themes, languages, the window of a phone, and what axe-core finds.</summary>
public sealed class LooksTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int PhoneWidth = 360;
    private const int PhoneHeight = 740;

    internal override RateRule Rate => new(1000, TimeSpan.FromSeconds(60));

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
        await Expect(Page.Locator(".rule")).ToHaveTextAsync("text.content 必须是文本，且不能为空。");
        var english = await OpenWindowAsync(new() { Locale = "en-GB" });
        await english.GotoAsync(Server.BaseAddress.AbsoluteUri);
        await Expect(english.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(english.Locator(".rule")).ToHaveTextAsync("text.content must be a text that is not empty.");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_phone_shows_all_without_scrolling_sideways()
    {
        await SendGalleryAsync();
        await PostAsync(LiveChatTests.Text("a"), OtherKey);
        await Page.SetViewportSizeAsync(PhoneWidth, PhoneHeight);
        await OpenAsync();
        await ExpectAllAsync(Page);
        await Expect(Page.Locator(".meter")).ToHaveCountAsync(2);
        Assert.InRange((await Page.Locator("#scroller").BoundingBoxAsync())!.Height, PhoneHeight * 2 / 3, PhoneHeight);
        await AssertNoSidewaysScrollAsync(Page);
        await Page.Locator("button.more").Last.ClickAsync();
        await Expect(Page.Locator(".details .code-block").First).ToBeVisibleAsync();
        await AssertNoSidewaysScrollAsync(Page);
        await OpenComposerAsync();
        await ExpectPreviewAsync();
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
            await ExpectAllAsync(Page);
            await Page.Locator("button.more").Last.ClickAsync();
            await Expect(Page.Locator(".details .code-block").First).ToBeVisibleAsync();
            await AssertAccessibleAsync(Page);
            await OpenComposerAsync();
            await Page.Locator("#gallery button").First.ClickAsync();
            await ExpectPreviewAsync();
            await AssertAccessibleAsync(Page);
        }
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Axe_finds_none_on_a_phone_in_English_and_in_what_opens()
    {
        await SendGalleryAsync();
        await PostAsync(LiveChatTests.Text(""));
        var phone = await OpenWindowAsync(
            new() { Locale = "en", ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = PhoneWidth, Height = PhoneHeight } });
        await phone.GotoAsync(Server.BaseAddress.AbsoluteUri);
        await ExpectAllAsync(phone);
        await phone.Locator("#tools").ClickAsync();
        await phone.Locator("#addresses summary").ClickAsync();
        foreach (var client in new[] { "old", "wechat" })
        {
            await phone.Locator("#view-client").SelectOptionAsync(client);
            await AssertAccessibleAsync(phone);
        }

        await phone.Locator("#clear").ClickAsync();
        await AssertAccessibleAsync(phone);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Axe_finds_none_in_what_the_composer_complains_of()
    {
        await OpenComposerAsync();
        foreach (var (draft, complaint) in new[] { (LiveChatTests.Text(""), "errcode 44004"), ("{", "第 1 行") })
        {
            await Page.Locator("#editor").FillAsync(draft);
            await Expect(Page.Locator("#verdict")).ToContainTextAsync(complaint);
            await AssertAccessibleAsync(Page);
        }
    }

    private static async Task AssertAccessibleAsync(IPage page) => Assert.Equal("", await Axe.FindViolationsAsync(page));

    internal static async Task AssertNoSidewaysScrollAsync(IPage page)
    {
        var widest = await page.EvaluateAsync<int>(
            """
            () => Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('#scroller, .details')].map(
              element => element.scrollWidth - element.clientWidth + innerWidth))
            """);
        Assert.Equal(page.ViewportSize!.Width, widest);
    }

    /// <summary>Waits until all that was sent is drawn: nothing moves any more.</summary>
    private Task ExpectAllAsync(IPage chat) => Expect(chat.Locator("article.message")).ToHaveCountAsync(Server.Messages.Count + Server.Refusals.Count);

    private Task ExpectPreviewAsync() => Expect(Page.Locator("#result[aria-busy=false] #preview .bubble:visible")).ToBeVisibleAsync();

    private async Task SendGalleryAsync()
    {
        foreach (var payload in Gallery.Chinese.Concat(SparseMessages.All))
        {
            await PostAsync(payload);
        }
    }
}
