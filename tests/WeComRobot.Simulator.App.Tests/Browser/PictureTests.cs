using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using WeComRobot.Engine;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>
/// README's pictures of the chat, in both themes, made from the page itself. They are SVG, which is text. When the page has changed, they
/// are made anew with WECOM_DRAW=1.
/// </summary>
public sealed class PictureTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string DrawVariable = "WECOM_DRAW";

    internal override BrowserNewContextOptions Window => new(base.Window) { ViewportSize = new() { Width = 1200, Height = 880 }, TimezoneId = "Asia/Shanghai" };

    [FactWith(InstalledChromium.Name)]
    public async Task The_pictures_of_the_readme_show_the_page_as_it_is()
    {
        await PostAsync("""
            {"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"发布完成","desc":"订单服务 2.4 已上线"}}}
            """);
        await PostAsync(Gallery.Find("disk-alarm"));
        await StopClockAsync();
        await OpenAsync();
        await Expect(Page.Locator(".meter .used")).ToHaveTextAsync("1/20");
        await Page.Locator("button.more").Last.ClickAsync();
        await Expect(Page.Locator(".details .code-block")).ToHaveCountAsync(4);

        foreach (var theme in new[] { "light", "dark" })
        {
            await Page.Locator("#view-theme").SelectOptionAsync(theme);
            await AssertPictureAsync(Path.Combine(Repository.Root, "docs", "images", $"chat-{theme}.svg"));
        }
    }

    private async Task AssertPictureAsync(string file)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Browser", "picture.js"));
        // The port is another one each time
        var picture = (await Page.EvaluateAsync<string>(script)).Replace(Server.BaseAddress.Authority, "127.0.0.1:8080", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(DrawVariable) == "1")
        {
            await File.WriteAllTextAsync(file, picture);
        }

        Assert.True(await File.ReadAllTextAsync(file) == picture, $"{file} does not show the page as it is now: run this test with {DrawVariable}=1");
    }
}
