using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: a pwsh process that imports the module takes at most 1.20 times as long as one that imports nothing, or at most 0.05 more than
/// with an empty module that has a manifest, explicit exports and a format file.
/// </summary>
internal static class Import
{
    private const int Rounds = 21;
    private const double MaxRatio = 1.20;
    private const double MaxOverEmpty = 0.05;

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        await Pwsh.RunAsync(Pwsh.StartScript("empty-module.ps1", "-Folder", folder.FullName));
        (string Name, string Command)[] imports =
        [
            ("nothing", "exit"),
            ("an empty binary module", $"Import-Module '{folder.PathOf("Bare.dll")}'"),
            ("an empty module with manifest, exports and format file", $"Import-Module '{folder.PathOf("Empty.psd1")}'"),
            ("WeComRobot", $"Import-Module '{Pwsh.Module}'"),
        ];
        var processes = imports.Select((import, i) => MeasuredProcess.Of(Pwsh.StartInfo("-Command", import.Command), folder.PathOf($"cache{i}")));
        var medians = await Turns.MeasureAsync(Rounds, [.. processes]);

        var table = new Table("Processes that import a module", $"median of {Rounds}", "time", "ratio", "CPU time", "ratio");
        var (time, cpu) = (medians.Select(median => median[0]).ToArray(), medians.Select(median => median[1]).ToArray());
        foreach (var (i, (name, _)) in imports.Index())
        {
            table.AddRow(name, $"{time[i]:0} ms", $"{time[i] / time[0]:0.00}", $"{cpu[i]:0} ms", $"{cpu[i] / cpu[0]:0.00}");
        }

        table.Claim(
            $"ratio of WeComRobot (the limit is {MaxRatio:0.00}, or that of the empty module with manifest and {MaxOverEmpty})",
            time[3] / time[0], Math.Max(MaxRatio, (time[2] / time[0]) + MaxOverEmpty));
        return table;
    }
}
