using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Runtimes;

/// <summary>Runs tests/WeComRobot.Client.Probe on a runtime.</summary>
internal static class Probe
{
    public static Task<(int ExitCode, string[] Lines, string Errors)> RunAsync(ProbeRuntime runtime, params string[] arguments) =>
        RunInAsync("en_US.UTF-8", runtime, arguments);

    /// <param name="locale">The user's language.</param>
    /// <param name="runtime">What runs the build that is meant for it.</param>
    /// <param name="arguments">What to try.</param>
    public static async Task<(int ExitCode, string[] Lines, string Errors)> RunInAsync(string locale, ProbeRuntime runtime, params string[] arguments)
    {
        var start = StartInfo(runtime, arguments);
        start.Environment["LC_ALL"] = locale;
        foreach (var proxy in start.Environment.Keys.Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(proxy);
        }

        var (exitCode, output, errors) = await Tool.RunAsync(start);
        return (exitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), errors);
    }

    private static ProcessStartInfo StartInfo(ProbeRuntime runtime, string[] arguments)
    {
        const string Name = "WeComRobot.Client.Probe";
        return runtime is ProbeRuntime.Mono
            ? new("mono", [BuiltProgram.PathOf(Name, "net472", Name + ".exe"), .. arguments])
            : new(BuiltProgram.PathOf(Name, "net8.0", OperatingSystem.IsWindows() ? Name + ".exe" : Name), arguments);
    }
}
