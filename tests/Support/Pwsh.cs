using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Engine;
using Xunit;

namespace WeComRobot.Tests.Support;

/// <summary>The PowerShell that runs Pester files and scripts.</summary>
public static class Pwsh
{
    private static readonly Lazy<(PowerShellEngine? Engine, string Missing)> Found =
        new(() => (PowerShellEngine.Find(out var missing), missing));

    /// <summary>Why the tests that need it are skipped; null if there is one, and with CI=true, where they fail instead.</summary>
    public static string? Skip => Found.Value.Missing == "" || Environment.GetEnvironmentVariable("CI") == "true" ? null : Found.Value.Missing;

    /// <summary>Runs it to its end, with a state folder of its own.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = Found.Value.Engine?.StartInfo(arguments) ?? throw new InvalidOperationException(Found.Value.Missing);
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

/// <summary>A test that is skipped, with the reason, if there is no PowerShell, or a program is missing. With CI=true it fails without PowerShell.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PwshFactAttribute : FactWithAttribute
{
    /// <param name="programs">The names of other programs on PATH that the test needs.</param>
    public PwshFactAttribute(params string[] programs)
        : base(programs) => Skip ??= Pwsh.Skip;
}
