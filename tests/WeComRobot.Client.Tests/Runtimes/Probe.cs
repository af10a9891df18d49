using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Runtimes;

/// <summary>Runs tests/WeComRobot.Client.Probe on a runtime.</summary>
internal static class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<(int ExitCode, string[] Lines, string Errors)> RunAsync(ProbeRuntime runtime, params string[] arguments) =>
        RunInAsync("en_US.UTF-8", runtime, arguments);

    /// <param name="locale">The user's language.</param>
    /// <param name="runtime">What runs the build that is meant for it.</param>
    /// <param name="arguments">What to try.</param>
    public static async Task<(int ExitCode, string[] Lines, string Errors)> RunInAsync(string locale, ProbeRuntime runtime, params string[] arguments)
    {
        var start = StartInfo(runtime, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
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

    private static ProcessStartInfo StartInfo(ProbeRuntime runtime, string[] arguments)
    {
        const string Name = "WeComRobot.Client.Probe";
        var builds = Path.Combine(Repository.Root, "tests", Name, "bin", Repository.Configuration);
        return runtime is ProbeRuntime.Mono
            ? new("mono", [Path.Combine(builds, "net472", Name + ".exe"), .. arguments])
            : new(Path.Combine(builds, "net8.0", OperatingSystem.IsWindows() ? Name + ".exe" : Name), arguments);
    }
}
