using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Playwright;
using WeComRobot.Simulator.App.Advice;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>
/// A simulator and a browser window of its own for every test. Whatever a page reports (an exception, a violation of the content
/// security policy, a console error, a request to another host) fails the test.
/// </summary>
[Collection(Chromium.Collection)]
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    internal const string Key = "robot-1";
    internal const string OtherKey = "robot-2";

    private readonly ConcurrentQueue<string> _reports = new();
    private readonly List<IBrowserContext> _windows = [];

    internal VirtualTime Time { get; } = new();

    internal HttpClient Http { get; } = new();

    internal SimulatorServer Server { get; private set; } = null!;

    internal IPage Page { get; private set; } = null!;

    /// <summary>The language, theme and size of the window.</summary>
    internal virtual BrowserNewContextOptions Window => new() { Locale = "zh-CN", ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 900 } };

    /// <summary>What the browser's console may say.</summary>
    internal virtual string? ExpectedReport => null;

    /// <summary>Whether a test expects a request to another host.</summary>
    internal virtual bool IsExpected(IRequest request) => false;

    internal virtual RateRule Rate => RateRule.Documented;

    public async Task InitializeAsync()
    {
        Server = await SimulatorServer.StartAsync(new() { Keys = [Key, OtherKey], Rate = Rate, Time = Time, Adviser = new ModuleAdviser() });
        if (chromium.Browser is null)
        {
            return;
        }

        Page = await OpenWindowAsync(Window);
        Page.PageError += (_, error) => _reports.Enqueue($"exception: {error}");
        Page.Console += (_, message) => ReportConsole(message);
        Page.Request += (_, request) => ReportForeign(request);
        Page.Dialog += (_, dialog) => ReportDialog(dialog);
    }

    public async Task DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.CloseAsync();
        }

        Http.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(_reports);
    }

    /// <summary>Opens a browser window that shares nothing with the others. Only what the first one reports fails the test.</summary>
    internal async Task<IPage> OpenWindowAsync(BrowserNewContextOptions? options = null)
    {
        var window = await chromium.Browser!.NewContextAsync(options);
        _windows.Add(window);
        window.SetDefaultTimeout(Chromium.TimeoutMs);
        return await window.NewPageAsync();
    }

    internal Task OpenAsync(string path = "") => Page.GotoAsync(new Uri(Server.BaseAddress, path).AbsoluteUri);

    /// <summary>Opens the composer and waits for its first example: who writes before that writes into it.</summary>
    internal async Task OpenComposerAsync()
    {
        await OpenAsync("composer");
        await Assertions.Expect(Page.Locator("#editor")).Not.ToBeEmptyAsync();
    }

    /// <summary>Lets the page's clock stand still at the simulator's time, however long the machine takes; the page's timers go on.</summary>
    internal Task StopClockAsync() => Page.Clock.SetFixedTimeAsync(Time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Clicks a button that copies. It says for two seconds that it did; they pass only when the test has seen it, however long that takes.
    /// </summary>
    /// <returns>What was copied.</returns>
    internal async Task<string> CopyAsync(ILocator button)
    {
        await Assertions.Expect(button).ToBeEnabledAsync();
        var label = (await button.TextContentAsync())!;
        await StopClockAsync();
        await Page.Clock.PauseAtAsync(Time.GetUtcNow().UtcDateTime);
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("已复制");
        await Page.Clock.RunForAsync(2000);
        await Assertions.Expect(button).ToHaveTextAsync(label);
        return await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }

    /// <summary>Posts a body to the webhook and returns the response.</summary>
    internal async Task<string> PostAsync(string body, string key = Key)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(Server.Webhook(key), content);
        return await response.Content.ReadAsStringAsync();
    }

    private void ReportConsole(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && message.Text != ExpectedReport)
        {
            _reports.Enqueue($"console: {message.Text}");
        }
    }

    // A dialog that nobody answers would hold up the page
    private void ReportDialog(IDialog dialog)
    {
        _reports.Enqueue($"dialog: {dialog.Message}");
        _ = dialog.DismissAsync();
    }

    private void ReportForeign(IRequest request)
    {
        if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != Server.BaseAddress.Authority && !IsExpected(request))
        {
            _reports.Enqueue($"request: {request.Url}");
        }
    }
}
