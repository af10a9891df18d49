using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>A message of the chat, opened in the composer.</summary>
public sealed class LinkedMessageTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override string? ExpectedReport => "Failed to load resource: the server responded with a status of 404 (Not Found)";

    private ILocator Editor => Page.Locator("#editor");

    private ILocator Bubble => Page.Locator("#preview .bubble:visible");

    private ILocator Notice => Page.Locator("#notice");

    private ILocator Verdict => Page.Locator("#verdict");

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_is_opened_from_its_details()
    {
        await PostAsync(LiveChatTests.Text("再来一条"));
        await OpenFromDetailsAsync();
        await Expect(Bubble).ToHaveTextAsync("再来一条");
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
        await Expect(Notice).ToHaveTextAsync("模拟器里已经没有这条消息。");
        await Expect(Verdict).ToContainTextAsync("还没有内容");
        await Expect(Editor).ToBeEmptyAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_draft_stays_if_a_message_is_gone()
    {
        await LeaveDraftAsync();
        await OpenAsync("composer#entry=1");
        await Expect(Notice).ToHaveTextAsync("模拟器里已经没有这条消息。");
        await Expect(Editor).ToHaveValueAsync("**没写完**");
        await Expect(Bubble).ToHaveTextAsync("**没写完**");
        await Editor.PressAsync("x");
        await Expect(Notice).ToBeEmptyAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Undo_brings_back_the_draft_that_a_message_replaced()
    {
        await PostAsync("""{"msgtype":"markdown","markdown":{"content":"**收到的**"}}""");
        await LeaveDraftAsync();
        await OpenFromDetailsAsync();
        await Expect(Bubble).ToHaveTextAsync("收到的");
        await Editor.PressAsync("Control+Z");
        await Expect(Editor).ToHaveValueAsync("**没写完**");
        await Expect(Bubble).ToHaveTextAsync("**没写完**");
    }

    // A text, which as Markdown would look otherwise
    private async Task LeaveDraftAsync()
    {
        await OpenComposerAsync();
        await Page.Locator("#format").SelectOptionAsync("text");
        await Editor.FillAsync("**没写完**");
        await OpenAsync();
    }

    private async Task OpenFromDetailsAsync()
    {
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "在编辑器中打开" }).ClickAsync();
    }
}
