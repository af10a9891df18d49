using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>A message of the chat, opened in the composer.</summary>
public sealed class LinkedMessageTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override string? ExpectedReport => "Failed to load resource: the server responded with a status of 404 (Not Found)";

    private ILocator Editor => Page.Locator("#editor");

    private ILocator Verdict => Page.Locator("#verdict");

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_is_opened_from_its_details()
    {
        await PostAsync(LiveChatTests.Text("再来一条"));
        await OpenFromDetailsAsync();
        await Expect(Page.Locator("#preview .bubble:visible")).ToHaveTextAsync("再来一条");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task What_is_no_JSON_is_opened_as_it_is()
    {
        const string Body = "{\"msgtype\":\"text\",\n\"text\":{“content”:1}}";
        await PostAsync(Body);
        await OpenFromDetailsAsync();
        await Expect(Editor).ToHaveValueAsync(Body);
        await Expect(Verdict).ToContainTextAsync("第 2 行第 9 列");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_that_is_gone_is_said_to_be_gone()
    {
        await OpenAsync("composer#entry=1");
        await Expect(Verdict).ToHaveTextAsync("模拟器里已经没有这条消息。");
        await Expect(Editor).ToBeEmptyAsync();
    }

    private async Task OpenFromDetailsAsync()
    {
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "在编辑器中打开" }).ClickAsync();
    }
}
