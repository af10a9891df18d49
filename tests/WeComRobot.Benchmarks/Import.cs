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
/// Start of pwsh with the module imported takes at most 1.25 times a bare start; beside it, a binary module that holds nothing.
/// WECOM_MODULE names another module than the clone's, as a packaged one.
/// </summary>
internal static class Import
{
    private const int Rounds = 21;
    private const double MaxRatio = 1.25;

    public static async Task<bool> RunAsync()
    {
        if (PowerShellEngine.Find(out var missing) is not { } engine)
        {
            Console.WriteLine($"  not measured: {missing}");
            return false;
        }

        using var folder = new TestFolder();
        var empty = folder.PathOf("Empty.dll");
        await StartAsync(engine, $"Add-Type 'public class Empty {{ }}' -OutputAssembly '{empty}'");
        var module = Environment.GetEnvironmentVariable("WECOM_MODULE") ?? Path.Combine(Repository.Root, "WeComRobot.psd1");
        string[] commands = ["exit", $"Import-Module '{empty}'", $"Import-Module '{module}'"];

        var times = commands.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            // In turns, so that whatever else this machine does slows all; and in another order each time, for who comes after
            // a longer run finds another cache
            for (var turn = 0; turn < commands.Length; turn++)
            {
                var i = (round + turn * (1 + (round / commands.Length % 2))) % commands.Length;
                var time = await StartAsync(engine, commands[i]);
                // The first fills the disk's cache
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

    /// <summary>How long the process took, in milliseconds.</summary>
    private static async Task<double> StartAsync(PowerShellEngine engine, string command)
    {
        var clock = Stopwatch.StartNew();
        using var pwsh = Process.Start(engine.StartInfo("-Command", command))!;
        await pwsh.WaitForExitAsync();
        return pwsh.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"pwsh failed at: {command}");
    }
}
