using System.Threading.Tasks;
using Microsoft.Playwright;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>One browser for all tests of the page.</summary>
[CollectionDefinition(Collection)]
public sealed class Chromium : IAsyncLifetime, ICollectionFixture<Chromium>
{
    internal const string Collection = "browser";

    /// <summary>How long Playwright waits for anything. Its own limits, five seconds and thirty, are too short on a busy machine.</summary>
    internal static readonly float TimeoutMs = (float)Patience.Limit.TotalMilliseconds;

    private IPlaywright? _playwright;

    /// <summary>The browser; null on a machine without one, where its tests are skipped.</summary>
    internal IBrowser? Browser { get; private set; }

    public async Task InitializeAsync()
    {
        if (Tool.Find(InstalledChromium.Name) is not null)
        {
            _playwright = await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(TimeoutMs);
            Browser = await InstalledChromium.LaunchAsync(_playwright);
        }
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
