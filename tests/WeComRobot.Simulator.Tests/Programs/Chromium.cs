using System;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Programs;

/// <summary>A headless browser.</summary>
internal static class Chromium
{
    public const string Name = "chromium";

    /// <summary>The DOM of a page after its scripts have run.</summary>
    public static async Task<string> DumpDomAsync(Uri address)
    {
        using var profile = new TestFolder();
        var (code, output, error) = await Tool.RunAsync(
            Tool.Find(Name)!, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={profile.FullName}", "--virtual-time-budget=4000", "--dump-dom", address.AbsoluteUri);
        Assert.True(code == 0, error);
        return output;
    }
}
