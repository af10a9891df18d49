using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Which message the details are of, and how they go from one message to another.</summary>
public sealed class MessageStepTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int GroupSize = 50;

    internal override RateRule Rate => new(GroupSize + 1, TimeSpan.FromSeconds(60));

    private ILocator Title => Page.Locator("#details-title");

    private ILocator Current => Page.Locator("article.message[aria-current=true]");

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_shows_its_number_beside_the_time_and_is_marked_while_its_details_are_open()
    {
        await OpenWithAsync("a", "b");
        var more = Page.GetByRole(AriaRole.Button, new() { Name = "#2 详情" });
        Assert.Equal("TIME", await more.EvaluateAsync<string>("button => button.previousElementSibling.tagName"));
        await Expect(Current).ToHaveCountAsync(0);
        await more.ClickAsync();
        await Expect(Title).ToHaveTextAsync("消息 #2 的详情");
        await Expect(Current).ToHaveIdAsync("message-2");
        await Expect(Current).ToHaveCSSAsync("background-color", "rgb(221, 231, 251)");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(Current).ToHaveCSSAsync("background-color", "rgb(39, 52, 77)");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Current).ToHaveCountAsync(0);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task They_go_to_the_next_and_the_previous_message()
    {
        await OpenWithAsync("a", "b", "c");
        await Page.Locator("button.more").First.ClickAsync();
        var (previous, next) = (Page.GetByRole(AriaRole.Button, new() { Name = "上一条消息" }), Page.GetByRole(AriaRole.Button, new() { Name = "下一条消息" }));
        await next.ClickAsync();
        await ExpectOpenAsync(2);
        await Expect(next).ToBeFocusedAsync();
        await Expect(Page.Locator(".announcer")).ToHaveTextAsync("消息 #2 的详情");
        await Page.Keyboard.PressAsync("Enter");
        await ExpectOpenAsync(3);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".announcer")).ToHaveTextAsync("没有更多消息了。");
        await ExpectOpenAsync(3);
        await previous.ClickAsync();
        await ExpectOpenAsync(2);
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "#2 详情" })).ToBeFocusedAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task They_go_by_the_arrow_keys_past_what_the_filter_hides()
    {
        await OpenWithAsync("disk 1", "other", "disk 2");
        await Page.Locator("#filter-words").FillAsync("disk");
        await Page.Locator("button.more:visible").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await ExpectOpenAsync(1);
        await Page.Keyboard.PressAsync("ArrowDown");
        await ExpectOpenAsync(3);
        await Page.Keyboard.PressAsync("ArrowUp");
        await ExpectOpenAsync(1);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_message_is_scrolled_into_view_also_from_one_group_of_the_list_to_another()
    {
        await OpenWithAsync([.. Enumerable.Repeat("a", GroupSize + 1)]);
        await Page.Locator("button.more").Last.ClickAsync();
        for (var id = GroupSize; id > GroupSize - 15; id--)
        {
            await Page.Keyboard.PressAsync("ArrowUp");
            await ExpectOpenAsync(id);
        }

        await Expect(Current).ToBeInViewportAsync(new() { Ratio = .9f });
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_message_stays_in_view_when_the_chat_becomes_narrower()
    {
        await Page.SetViewportSizeAsync(760, 1400);
        await OpenWithAsync([.. Enumerable.Repeat(new string('a', 400), 30)]);
        var top = await Page.EvaluateAsync<int>(
            """
            () => {
              const { top } = document.getElementById('scroller').getBoundingClientRect();
              const seen = [...document.querySelectorAll('button.more')].find(more => more.getBoundingClientRect().top >= top);
              seen.click();
              return Number(seen.closest('.message').dataset.id);
            }
            """);
        await ExpectOpenAsync(top);
        await Expect(Page.Locator(".details .code-block").First).ToBeVisibleAsync();
        await Expect(Current).ToBeInViewportAsync(new() { Ratio = .9f });
    }

    private async Task ExpectOpenAsync(int id)
    {
        await Expect(Title).ToHaveTextAsync($"消息 #{id} 的详情");
        await Expect(Current).ToHaveIdAsync($"message-{id}");
    }

    private async Task OpenWithAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            await PostAsync(LiveChatTests.Text(text));
        }

        await OpenAsync();
        await Expect(Page.Locator("button.more")).ToHaveCountAsync(texts.Length);
    }
}
