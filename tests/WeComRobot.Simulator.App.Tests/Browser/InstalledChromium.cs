using System.Threading.Tasks;
using Microsoft.Playwright;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The Chromium of the machine, such as Debian's. Playwright downloads none.</summary>
internal static class InstalledChromium
{
    public const string Name = "chromium";

    /// <summary>Starts it without a window.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Tool.Find(Name),
        // The sandbox needs rights that a container does not give
        Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    });
}
