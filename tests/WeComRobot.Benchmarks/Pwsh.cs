using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Engine;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>The PowerShell and the module that the benchmarks measure.</summary>
internal static class Pwsh
{
    private static readonly Lazy<PowerShellEngine> Engine = new(() => PowerShellEngine.Find(out var reason) ?? throw new InvalidOperationException(reason));

    /// <summary>The clone's module, unless WECOM_MODULE names another one, such as a packaged one.</summary>
    public static string Module { get; } = Environment.GetEnvironmentVariable("WECOM_MODULE") ?? Path.Combine(Repository.Root, "WeComRobot.psd1");

    /// <summary>The cmdlets that do the least that a post can cost.</summary>
    public static string Limit { get; } = BuiltProgram.PathOf("WeComRobot.Benchmarks.Limit", "net8.0", "WeComRobot.Benchmarks.Limit.dll");

    /// <summary>How to start a pwsh process whose output is read.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments)
    {
        var start = Engine.Value.StartInfo(arguments);
        start.RedirectStandardOutput = true;
        return start;
    }

    /// <summary>How to start a pwsh process that runs a script beside the benchmarks.</summary>
    public static ProcessStartInfo StartScript(string name, params string[] arguments) =>
        StartInfo(["-File", Path.Combine(Repository.Root, "tests", "WeComRobot.Benchmarks", name), .. arguments]);

    /// <summary>Runs a process to its end.</summary>
    /// <returns>Its output.</returns>
    public static async Task<string> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"This failed: {string.Join(' ', start.ArgumentList)}");
    }
}
