using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Net472;

/// <summary>Runs tests/WeComRobot.Client.Net472 with Mono.</summary>
internal static class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<(int ExitCode, string[] Lines, string Errors)> RunAsync(params string[] arguments) => RunInAsync("en_US.UTF-8", arguments);

    /// <param name="locale">The user's language.</param>
    /// <param name="arguments">What to try.</param>
    public static async Task<(int ExitCode, string[] Lines, string Errors)> RunInAsync(string locale, params string[] arguments)
    {
        var exe = Path.Combine(
            Repository.Root, "tests", "WeComRobot.Client.Net472", "bin", Repository.Configuration, "net472", "WeComRobot.Client.Net472.exe");
        var start = new ProcessStartInfo("mono", [exe, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = locale;
        foreach (var proxy in start.Environment.Keys.Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(proxy);
        }

        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, (await lines).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), await errors);
    }
}
