using System;
using System.Diagnostics;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: starting pwsh and importing the module takes at most 1.25 times as long as starting pwsh. An empty binary module is measured
/// for comparison.
/// </summary>
internal static class Import
{
    private const int Rounds = 21;
    private const double MaxRatio = 1.25;

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        var empty = folder.PathOf("Empty.dll");
        await MeasureAsync($"Add-Type 'public class Empty {{ }}' -OutputAssembly '{empty}'");
        var medians = await Turns.MeasureAsync(
            Rounds, () => MeasureAsync("exit"), () => MeasureAsync($"Import-Module '{empty}'"), () => MeasureAsync($"Import-Module '{Pwsh.Module}'"));

        var table = new Table("Starting pwsh and importing a module", $"median of {Rounds}", "time", "ratio");
        table.AddRow("bare pwsh", $"{medians[0]:0} ms", "1");
        table.AddRow("an empty binary module", $"{medians[1]:0} ms", $"{medians[1] / medians[0]:0.00}");
        table.AddRow("WeComRobot", $"{medians[2]:0} ms", $"{medians[2] / medians[0]:0.00}");
        table.Claim("ratio to bare pwsh", medians[2] / medians[0], MaxRatio);
        return table;
    }

    /// <summary>Runs a command in a pwsh process and returns how long the process took, in milliseconds.</summary>
    private static async Task<double> MeasureAsync(string command)
    {
        var clock = Stopwatch.StartNew();
        await Pwsh.RunAsync(Pwsh.StartInfo("-Command", command));
        return clock.Elapsed.TotalMilliseconds;
    }
}
