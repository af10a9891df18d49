using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Engine;
using WeComRobot.Tests.Support;

namespace WeComRobot.Pester.Tests;

/// <summary>The PowerShell that runs the Pester files.</summary>
internal static class Pwsh
{
    private static readonly Lazy<(PowerShellEngine? Engine, string Missing)> Found =
        new(() => (PowerShellEngine.Find(out var missing), missing));

    /// <summary>Why there is none; empty if there is one.</summary>
    public static string Missing => Found.Value.Missing;

    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = Found.Value.Engine?.StartInfo(arguments) ?? throw new InvalidOperationException(Missing);
        // What the person who runs the tests has set is none of the tests' business
        start.Environment.Remove("WECOM_ROBOT");
        start.Environment.Remove("WECOM_ON_FAILURE");
        start.Environment.Remove("WECOM_REDIS");
        // Files that run at the same time share no state. HOME and XDG_DATA_HOME stay: there pwsh finds the user's modules
        using var state = new TestFolder();
        start.Environment["WECOM_STATE_DIR"] = state.FullName;
        var (exitCode, output, errors) = await Tool.RunAsync(start, Timeout.InfiniteTimeSpan);
        return (exitCode, output + errors);
    }
}
