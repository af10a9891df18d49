using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What the composer sends, only when asked, and what it says of the answer.</summary>
public sealed class SendingTests(Chromium chromium) : BrowserTest(chromium)
{
    private ILocator Editor => Page.Locator("#editor");

    private ILocator Notice => Page.Locator("#notice");

    private ILocator Send => Page.Locator("#send");

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_is_sent_only_when_asked_and_seen_in_the_chat()
    {
        await WriteAsync("发布完成");
        Assert.Empty(Server.Messages);
        await Send.ClickAsync();
        await Expect(Notice).ToHaveTextAsync("errcode 0 ok 去群聊看看");
        Assert.Contains("发布完成", Assert.Single(Server.Messages).Body);
        await Notice.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.Locator("article.message .bubble:visible")).ToHaveTextAsync("发布完成");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Control_and_Enter_send()
    {
        await WriteAsync("快捷键");
        await Editor.PressAsync("Enter");
        await Editor.PressAsync("Control+Enter");
        await Expect(Notice).ToContainTextAsync("errcode 0");
        Assert.Single(Server.Messages);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Who_clicks_twice_sends_once()
    {
        await WriteAsync("一次");
        await Send.DblClickAsync();
        await Expect(Notice).ToContainTextAsync("errcode 0");
        Assert.Single(Server.Messages);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_chosen_robot_sends()
    {
        await OpenComposerAsync();
        await Page.GetByLabel("用哪个机器人发送").SelectOptionAsync("机器人 2");
        await Send.ClickAsync();
        await Expect(Notice).ToContainTextAsync("errcode 0");
        Assert.Equal(OtherKey, Assert.Single(Server.Messages).Key);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task No_answer_to_an_earlier_draft_stays()
    {
        await OpenComposerAsync();
        await Editor.FillAsync(LiveChatTests.Text(""));
        await Send.ClickAsync();
        await Expect(Notice).ToContainTextAsync("errcode 44004");
        await Editor.FillAsync("写好了");
        await Expect(Notice).ToBeEmptyAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task No_answer_to_an_earlier_draft_comes()
    {
        var edited = new TaskCompletionSource();
        await Page.RouteAsync("**/cgi-bin/webhook/send?*", async route =>
        {
            await edited.Task;
            await route.ContinueAsync();
        });
        await WriteAsync("前一条");
        await Send.ClickAsync();
        await Expect(Send).ToHaveAttributeAsync("aria-disabled", "true");
        await Editor.FillAsync("后一条");
        edited.SetResult();
        await Expect(Send).ToHaveAttributeAsync("aria-disabled", "false");
        await Expect(Notice).ToBeEmptyAsync();
        Assert.Contains("前一条", Assert.Single(Server.Messages).Body);
        await Send.ClickAsync();
        await Expect(Notice).ToContainTextAsync("errcode 0");
        Assert.Contains("后一条", Server.Messages[1].Body);
    }

    private async Task WriteAsync(string text)
    {
        await OpenComposerAsync();
        await Page.Locator("#format").SelectOptionAsync("text");
        await Editor.FillAsync(text);
    }
}
