using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The draft and its format: what ends them, and what brings them back.</summary>
public sealed class DraftTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override BrowserNewContextOptions Window => new(base.Window) { Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Editor => Page.Locator("#editor");

    private ILocator Format => Page.Locator("#format");

    private ILocator Bubble => Page.Locator("#preview .bubble:visible");

    private ILocator Title => Page.Locator("#preview .card-title:visible");

    [FactWith(InstalledChromium.Name)]
    public async Task A_draft_outlives_a_reload()
    {
        await OpenComposerAsync();
        await Format.SelectOptionAsync("text");
        await Editor.FillAsync("**没写完**");
        await Page.ReloadAsync();
        await Expect(Editor).ToHaveValueAsync("**没写完**");
        await Expect(Bubble).ToHaveTextAsync("**没写完**");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_format_ends_with_its_draft_and_undo_brings_both_back()
    {
        await OpenComposerAsync();
        await Editor.FillAsync(ComposerTests.Card);
        await Page.Locator("#gallery [data-name='service-status']").ClickAsync();
        await Expect(Format).ToHaveValueAsync("markdown_v2");
        await Editor.PressAsync("Control+Z");
        await Expect(Title).ToHaveTextAsync("磁盘告警");

        await Format.SelectOptionAsync("text");
        await PasteOverAllAsync(ComposerTests.Card.Replace("告警", "恢复", StringComparison.Ordinal));
        await Expect(Title).ToHaveTextAsync("磁盘恢复");

        await Editor.PressAsync("Control+Z");
        await Expect(Format).ToHaveValueAsync("text");
        await Editor.PressAsync("Control+Shift+Z");
        await Expect(Title).ToHaveTextAsync("磁盘恢复");

        await Editor.PressAsync("Control+A");
        await Editor.PressAsync("x");
        await Format.SelectOptionAsync("text");
        await Expect(Bubble).ToHaveTextAsync("x");
        await Editor.PressAsync("Control+Z");
        await Expect(Title).ToHaveTextAsync("磁盘恢复");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Undo_brings_back_a_text_that_is_no_Markdown()
    {
        await OpenComposerAsync();
        await Format.SelectOptionAsync("text");
        await Editor.FillAsync("**x**");
        await Page.Locator("#gallery [data-name='disk-alarm']").ClickAsync();
        await Expect(Title).ToBeVisibleAsync();
        await Editor.PressAsync("Control+Z");
        await Expect(Bubble).ToHaveTextAsync("**x**");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_format_is_chosen_ahead_for_what_is_pasted()
    {
        await OpenComposerAsync();
        await Editor.FillAsync("");
        await Format.SelectOptionAsync("text");
        await PasteOverAllAsync("# 文本");
        await Expect(Bubble).ToHaveTextAsync("# 文本");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_draft_is_formatted_as_JSON()
    {
        await OpenComposerAsync();
        await Format.SelectOptionAsync("text");
        await Editor.FillAsync("**x**");
        await Page.GetByText("格式化为 JSON").ClickAsync();
        await Expect(Editor).ToHaveValueAsync("{\n  \"msgtype\": \"text\",\n  \"text\": {\n    \"content\": \"**x**\"\n  }\n}");
        await Expect(Format).ToHaveValueAsync("auto");
        await Expect(Bubble).ToHaveTextAsync("**x**");
    }

    private async Task PasteOverAllAsync(string text)
    {
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await Editor.PressAsync("Control+A");
        await Editor.PressAsync("Control+V");
    }
}
