using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Pictures of other sites: loaded by a click, which says whom it asks.</summary>
public sealed class PictureLoadingTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Card = """
        {"msgtype":"template_card","template_card":{"card_type":"news_notice","main_title":{"title":"标题"},
         "card_image":{"url":"https://pictures.example.com/a.png","aspect_ratio":2.25},"card_action":{"type":1,"url":"https://example.com"}}}
        """;

    private readonly ConcurrentQueue<string> _requests = new();
    private bool _isReachable;

    // The browser's word for a picture that it could not load
    internal override string? ExpectedReport => "Failed to load resource: net::ERR_FAILED";

    private ILocator Button => Page.GetByRole(AriaRole.Button, new() { Name = "点击加载图片" });

    [FactWith(InstalledChromium.Name)]
    public async Task It_is_asked_for_only_by_a_click_and_keeps_the_focus()
    {
        _isReachable = true;
        await ShowAsync(Card);
        await Expect(Button).ToContainTextAsync("pictures.example.com");
        Assert.Empty(_requests);
        await Button.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        var picture = Page.Locator(".card-image img");
        await Expect(picture).ToBeFocusedAsync();
        Assert.Equal(1, await picture.EvaluateAsync<int>("image => image.naturalWidth"));
        Assert.Equal("https://pictures.example.com/a.png", Assert.Single(_requests));
        await AssertRatioAsync();
        Assert.Single(Page.Context.Pages);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task One_that_does_not_load_says_so_keeps_its_place_and_can_be_tried_again()
    {
        await ShowAsync(Card);
        await Button.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Button).ToContainTextAsync("没有加载成功");
        await Expect(Button).ToBeFocusedAsync();
        await AssertRatioAsync();
        _isReachable = true;
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".card-image img")).ToBeFocusedAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_picture_with_a_text_names_its_host_too()
    {
        await ShowAsync("""{"msgtype":"markdown_v2","markdown_v2":{"content":"![走势图](https://pictures.example.com/a.png)"}}""");
        await Expect(Button).ToContainTextAsync("走势图");
        await Expect(Button.Locator(".host")).ToHaveTextAsync("pictures.example.com");
        await Expect(Button.Locator(".host")).ToBeVisibleAsync();
    }

    internal override bool IsExpected(IRequest request) => request.Url.StartsWith("https://pictures.example.com/", StringComparison.Ordinal);

    private async Task ShowAsync(string message)
    {
        await Page.RouteAsync("https://pictures.example.com/**", route =>
        {
            _requests.Enqueue(route.Request.Url);
            return _isReachable ? route.FulfillAsync(new() { BodyBytes = Pictures.Png, ContentType = "image/png" }) : route.AbortAsync();
        });
        Assert.Contains("\"errcode\":0", await PostAsync(message));
        await OpenAsync();
        await Expect(Button).ToHaveCountAsync(1);
    }

    private async Task AssertRatioAsync()
    {
        var box = (await Page.Locator(".card-image").BoundingBoxAsync())!;
        Assert.Equal(2.25, box.Width / box.Height, 0.02);
    }
}
