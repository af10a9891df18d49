using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>A tab that nobody looks at, and one of a browser that keeps nothing.</summary>
public sealed class TabTests(Chromium chromium) : BrowserTest(chromium)
{
    private ILocator Bubbles => Page.Locator("article.message .bubble:visible");

    [FactWith(InstalledChromium.Name)]
    public async Task A_hidden_tab_has_no_connection_and_goes_on_when_it_is_shown()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.RequestFailed += (_, request) => Close(request);
        Page.RequestFinished += (_, request) => Close(request);
        await PostAsync(LiveChatTests.Text("看到的"));
        await StopClockAsync();
        await OpenAsync();
        await Expect(Bubbles).ToHaveTextAsync(["看到的"]);
        await HideAsync(true);
        await closed.Task.InTimeAsync();
        await PostAsync(LiveChatTests.Text("错过的"));
        await Page.RunAndWaitForRequestAsync(() => HideAsync(false), "**/simulator/events?after=*-1");
        await Expect(Bubbles).ToHaveTextAsync(["看到的", "错过的"]);
        await Expect(Page.Locator(".meter .used")).ToHaveTextAsync("2/20");

        void Close(IRequest request)
        {
            if (request.Url.Contains("/simulator/events", StringComparison.Ordinal))
            {
                closed.TrySetResult();
            }
        }
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_pages_work_where_storage_is_blocked()
    {
        await Page.AddInitScriptAsync(
            """
            for (const name of ['localStorage', 'sessionStorage']) {
              Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
            }
            """);
        await PostAsync(LiveChatTests.Text("看得到"));
        await OpenAsync();
        await Expect(Bubbles).ToHaveTextAsync(["看得到"]);
        await Page.Locator("#view-theme").SelectOptionAsync("dark");
        await Expect(Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(22, 24, 28)");
        await OpenComposerAsync();
        await Page.Locator("#editor").FillAsync("写得了");
        await Expect(Bubbles).ToHaveTextAsync(["写得了"]);
    }

    private Task HideAsync(bool isHidden) => Page.EvaluateAsync(
        """
        isHidden => {
          Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        isHidden);
}
