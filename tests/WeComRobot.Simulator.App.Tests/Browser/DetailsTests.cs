using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What a message opens: payload, sizes, the module's warnings, and the PowerShell that makes it.</summary>
public sealed class DetailsTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override BrowserNewContextOptions Window => new(base.Window) { Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Details => Page.Locator(".details");

    [FactWith(InstalledChromium.Name)]
    public async Task They_have_the_payload_sizes_warnings_and_PowerShell()
    {
        await PostAsync("""{"msgtype":"markdown","markdown":{"content":"| a |\n|---|\n| 1 |"}}""");
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details).ToContainTextAsync("\"content\": \"| a |\\n|---|\\n| 1 |\"");
        await Expect(Details.Locator(".size")).ToContainTextAsync("17 / 4096");
        await Expect(Details.Locator(".warning")).ToContainTextAsync("表格");
        Assert.Equal(
            $"""
            @'
            | a |
            |---|
            | 1 |
            '@ | Send-WeComMarkdown -Robot '{Server.Webhook()}'
            """,
            await CopyAsync(Details.Locator(".code-block", new() { HasText = "PowerShell" }).Locator("button.copy")));
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_that_the_module_would_refuse_says_why_and_has_no_PowerShell_to_copy()
    {
        await PostAsync("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"a"}}}""");
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".error")).ToHaveTextAsync("模块会在发送前拒绝：template_card.card_action 必填，现在为空。");
        await Expect(Details.Locator(".code-block h3")).ToHaveTextAsync(["请求", "响应", "请求体"]);
        await OpenAsync("composer#entry=1");
        await Expect(Page.Locator("#verdict")).ToHaveTextAsync("服务端会拒绝：errcode 42045。");
        await Expect(Page.Locator("#copy-script")).ToBeDisabledAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_text_over_its_limit_says_so_in_bytes()
    {
        await PostAsync(LiveChatTests.Text(new string('告', 700)));
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".size.over")).ToContainTextAsync("2100");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Of_many_sizes_those_far_from_their_limits_are_folded()
    {
        await PostAsync($$"""
            {"msgtype":"news","news":{"articles":[
              {"title":"{{new string('题', 42)}}","description":"a","url":"https://example.com"},
              {"title":"b","description":"c","url":"https://example.com"}] } }
            """);
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".size:visible")).ToHaveTextAsync("news.articles[0].title126 / 128 字节");
        await Details.GetByText("其余 4 项").ClickAsync();
        await Expect(Details.Locator(".size:visible")).ToHaveCountAsync(5);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_size_of_a_picture_is_told_beside_2_MB()
    {
        await PostAsync("""{"msgtype":"image","image":{"base64":"AAAA","md5":""}}""");
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".amount")).ToHaveTextAsync("3 B / 2 MB");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task They_can_be_closed_before_they_have_come()
    {
        var asked = new TaskCompletionSource<IRoute>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync("**/simulator/entries/*", asked.SetResult);
        await PostAsync(LiveChatTests.Text("a"));
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        var request = await asked.Task.InTimeAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.RunAndWaitForRequestFinishedAsync(() => request.ContinueAsync());
        await Expect(Details).ToBeHiddenAsync();

        await Page.UnrouteAsync("**/simulator/entries/*");
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".code-block")).ToHaveCountAsync(4);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task They_work_by_the_keyboard_alone()
    {
        await PostAsync(LiveChatTests.Text("a"));
        await OpenAsync();
        await Page.Locator("button.more").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Details).ToBeVisibleAsync();
        await Page.WaitForFunctionAsync("() => document.activeElement.className === 'close'");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Details).ToBeHiddenAsync();
        await Page.WaitForFunctionAsync("() => document.activeElement.className === 'more'");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task They_can_be_opened_twice_before_they_have_come()
    {
        await PostAsync(LiveChatTests.Text("a"));
        await OpenAsync();
        await Page.Locator("button.more").EvaluateAsync("more => { more.click(); more.click(); }");
        await Expect(Details.Locator(".code-block")).ToHaveCountAsync(4);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task They_stay_open_when_Escape_clears_the_search()
    {
        await PostAsync(LiveChatTests.Text("a"));
        await OpenAsync();
        await Page.Locator("button.more").ClickAsync();
        await Expect(Details.Locator(".size")).ToHaveCountAsync(1);
        var words = Page.Locator("#filter-words");
        await words.FillAsync("b");
        await words.PressAsync("Escape");
        await Expect(words).ToBeEmptyAsync();
        await Expect(Details).ToBeVisibleAsync();
    }
}
