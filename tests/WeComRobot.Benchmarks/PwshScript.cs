using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Engine;

namespace WeComRobot.Benchmarks;

/// <summary>A benchmark that runs the cmdlets in a PowerShell process of its own.</summary>
internal static class PwshScript
{
    /// <summary>What the script prints, or null if there is no PowerShell; a line then says why.</summary>
    public static async Task<string?> RunAsync(string name)
    {
        if (PowerShellEngine.Find(out var missing) is not { } engine)
        {
            Console.WriteLine($"  not measured: {missing}");
            return null;
        }

        var script = Path.Combine(Repository.Root, "tests", "WeComRobot.Benchmarks", name);
        var start = engine.StartInfo("-File", script, "-Module", Path.Combine(Repository.Root, "WeComRobot.psd1"));
        start.RedirectStandardOutput = true;
        using var pwsh = Process.Start(start)!;
        return (await pwsh.StandardOutput.ReadToEndAsync()).Trim();
    }
}
