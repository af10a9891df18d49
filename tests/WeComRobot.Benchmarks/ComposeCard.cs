using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Engine;

namespace WeComRobot.Benchmarks;

/// <summary>A full card is composed by cmdlets in less than 2 ms, after the first in a pwsh process.</summary>
internal static class ComposeCard
{
    private const double MaxMilliseconds = 2;

    public static async Task<bool> RunAsync()
    {
        if (PowerShellEngine.Find(out var missing) is not { } engine)
        {
            Console.WriteLine($"  not measured: {missing}");
            return false;
        }

        var script = Path.Combine(Repository.Root, "tests", "WeComRobot.Benchmarks", "compose-card.ps1");
        var start = engine.StartInfo("-File", script, "-Module", Path.Combine(Repository.Root, "WeComRobot.psd1"));
        start.RedirectStandardOutput = true;
        using var pwsh = Process.Start(start)!;
        var median = double.Parse(await pwsh.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture);
        Console.WriteLine($"  New-WeComCard and 9 part cmdlets  {median:0.000} ms, median of 200 (claim: less than {MaxMilliseconds})");
        return median < MaxMilliseconds;
    }
}
