using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace WeComRobot.Pester.Tests;

/// <summary>The PowerShell on PATH, and whether it has Pester.</summary>
internal static class Pwsh
{
    private static readonly Lazy<string?> Missing = new(FindWhatIsMissing);

    /// <summary>Why the Pester files cannot run here; null where they can.</summary>
    public static string? SkipReason => Missing.Value;

    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-NoProfile", "-NonInteractive", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // What the person who runs the tests has set is none of the tests' business
        start.Environment.Remove("WECOM_ROBOT");
        start.Environment.Remove("WECOM_ON_FAILURE");
        // Files that run at the same time share no state. HOME and XDG_DATA_HOME stay: there pwsh finds the user's modules
        var state = Directory.CreateTempSubdirectory("wecom-pester-");
        start.Environment["WECOM_STATE_DIR"] = state.FullName;
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    private static string? FindWhatIsMissing()
    {
        try
        {
            var (exitCode, _) = RunAsync("-Command", "Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop").GetAwaiter().GetResult();
            return exitCode == 0 ? null : "pwsh has no Pester 5 or newer: Install-PSResource Pester";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no pwsh on PATH: https://aka.ms/powershell";
        }
    }
}
