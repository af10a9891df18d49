using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Engine;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: starting pwsh and importing the module takes at most 1.25 times as long as starting pwsh. An empty binary module is measured
/// for comparison. WECOM_MODULE names another module than the clone's, such as a packaged one.
/// </summary>
internal static class Import
{
    private const int Rounds = 21;
    private const double MaxRatio = 1.25;

    public static async Task<bool> RunAsync()
    {
        if (PowerShellEngine.Find(out var reason) is not { } engine)
        {
            Console.WriteLine($"  not measured: {reason}");
            return false;
        }

        using var folder = new TestFolder();
        var empty = folder.PathOf("Empty.dll");
        await MeasureAsync(engine, $"Add-Type 'public class Empty {{ }}' -OutputAssembly '{empty}'");
        var module = Environment.GetEnvironmentVariable("WECOM_MODULE") ?? Path.Combine(Repository.Root, "WeComRobot.psd1");
        string[] commands = ["exit", $"Import-Module '{empty}'", $"Import-Module '{module}'"];

        var times = commands.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            // The commands take turns, so that other work on the machine slows all of them. The order changes, because the
            // preceding command influences what is in the caches
            for (var turn = 0; turn < commands.Length; turn++)
            {
                var i = (round + turn * (1 + (round / commands.Length % 2))) % commands.Length;
                var time = await MeasureAsync(engine, commands[i]);
                // The first round fills the disk cache
                if (round > 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var medians = times.Select(t => t.Order().ElementAt(Rounds / 2)).ToArray();
        Console.WriteLine($"  bare pwsh               {medians[0]:0} ms, median of {Rounds}");
        Console.WriteLine($"  an empty binary module  {medians[1]:0} ms, ratio {medians[1] / medians[0]:0.00}");
        Console.WriteLine($"  WeComRobot              {medians[2]:0} ms, ratio {medians[2] / medians[0]:0.00} (claim: at most {MaxRatio})");
        return medians[2] <= MaxRatio * medians[0];
    }

    /// <summary>Runs a command in a pwsh process and returns how long the process took, in milliseconds.</summary>
    private static async Task<double> MeasureAsync(PowerShellEngine engine, string command)
    {
        var clock = Stopwatch.StartNew();
        using var pwsh = Process.Start(engine.StartInfo("-Command", command))!;
        await pwsh.WaitForExitAsync();
        return pwsh.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"pwsh failed at: {command}");
    }
}
