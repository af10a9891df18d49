using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Cards with less in them than the official samples, and what a click on a card does.</summary>
public sealed class CardTests(Chromium chromium) : BrowserTest(chromium)
{
    private ILocator Card => Page.Locator(".card:visible");

    [FactWith(InstalledChromium.Name)]
    public async Task A_link_without_text_shows_its_address()
    {
        await ShowAsync(SparseMessages.TextlessCard);
        await Expect(Card.Locator("a.card-quote")).ToHaveTextAsync("https://example.com/quote");
        await Expect(Card.Locator("dd a")).ToHaveTextAsync("https://example.com/row");
        await Expect(Card.Locator("a.card-jump")).ToHaveTextAsync("https://example.com/jump");
        await PostAsync(SparseMessages.TextlessNews);
        await Expect(Page.Locator("a.article .title")).ToHaveTextAsync("https://example.com/article");
        await PostAsync(SparseMessages.TextlessLink);
        await Expect(Page.Locator(".markdown-body a")).ToHaveTextAsync("https://example.com/v2");
        await PostAsync(SparseMessages.Card(SparseMessages.BareNewsCard));
        await Expect(Page.Locator(".side-text")).ToHaveTextAsync("https://example.com/area");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task What_a_browser_cannot_open_is_named()
    {
        await ShowAsync(SparseMessages.TextlessCard);
        await Expect(Card.Locator("dd")).ToHaveTextAsync(
            ["https://example.com/row", "打开文件 MEDIA", "打开成员 wangqing 的资料", "日志.txt 打开文件 MEDIA"]);
        await Expect(Card.Locator(".card-jump").Nth(1)).ToHaveTextAsync("小程序 打开小程序 APP a/b");
        await PostAsync(SparseMessages.Card(SparseMessages.BareNewsCard));
        await Expect(Page.Locator(".card-body").Nth(1)).ToContainTextAsync("打开小程序 APP a/b");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Parts_with_nothing_in_them_are_left_out()
    {
        await ShowAsync(SparseMessages.BareCard.Replace(
            "\"card_action\"", "\"source\":{},\"quote_area\":{},\"emphasis_content\":{},\"horizontal_content_list\":[],\"card_action\"", StringComparison.Ordinal));
        await Expect(Card.Locator(".card-body > *")).ToHaveCountAsync(2);
        await Expect(Card.Locator(".card-body")).ToHaveTextAsync("标题https://example.com");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_source_has_the_colour_of_its_number()
    {
        string[] colors = ["rgb(95, 102, 112)", "rgb(31, 35, 41)", "rgb(187, 42, 42)", "rgb(20, 115, 74)"];
        await OpenAsync();
        foreach (var number in Enumerable.Range(0, colors.Length))
        {
            await PostAsync(SparseMessages.Card(SparseMessages.BareCard.Replace(
                "\"card_action\"", $"\"source\":{{\"desc\":\"来源\",\"desc_color\":{number}}},\"card_action\"", StringComparison.Ordinal)));
            await Expect(Page.Locator(".card-source").Nth(number)).ToHaveCSSAsync("color", colors[number]);
        }
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_click_anywhere_opens_the_card_and_its_text_can_be_selected()
    {
        await Page.Context.RouteAsync("https://example.com/**", route => route.FulfillAsync(new() { Body = "" }));
        await ShowAsync(SparseMessages.BareCard);
        var title = Card.Locator(".card-title");
        var opened = await Page.Context.RunAndWaitForPageAsync(() => title.ClickAsync());
        Assert.Equal("https://example.com/", opened.Url);
        await Card.GetByRole(AriaRole.Link).FocusAsync();
        opened = await Page.Context.RunAndWaitForPageAsync(() => Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("https://example.com/", opened.Url);

        var box = (await title.BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + 1, box.Y + (box.Height / 2));
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + 100, box.Y + (box.Height / 2));
        await Page.Mouse.UpAsync();
        Assert.Equal("标题", await Page.EvaluateAsync<string>("() => String(getSelection())"));
        Assert.Equal(3, Page.Context.Pages.Count);
    }

    private async Task ShowAsync(string card)
    {
        Assert.Contains("\"errcode\":0", await PostAsync(SparseMessages.Card(card)));
        await OpenAsync();
        await Expect(Card).ToHaveCountAsync(1);
    }
}
