using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Engine;

namespace WeComRobot.Benchmarks;

/// <summary>Runs a benchmark script in a PowerShell process of its own.</summary>
internal static class PwshScript
{
    /// <returns>The output of the script; null, after a line that says why, if there is no PowerShell.</returns>
    public static async Task<string?> RunAsync(string name)
    {
        if (PowerShellEngine.Find(out var reason) is not { } engine)
        {
            Console.WriteLine($"  not measured: {reason}");
            return null;
        }

        var script = Path.Combine(Repository.Root, "tests", "WeComRobot.Benchmarks", name);
        var start = engine.StartInfo("-File", script, "-Module", Path.Combine(Repository.Root, "WeComRobot.psd1"));
        start.RedirectStandardOutput = true;
        using var pwsh = Process.Start(start)!;
        return (await pwsh.StandardOutput.ReadToEndAsync()).Trim();
    }
}
