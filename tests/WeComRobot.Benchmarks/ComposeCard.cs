using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>A full card is composed by cmdlets in less than 2 ms, after the first in a pwsh process.</summary>
internal static class ComposeCard
{
    private const double MaxMilliseconds = 2;

    public static async Task<bool> RunAsync()
    {
        var root = FindRoot(AppContext.BaseDirectory);
        var script = Path.Combine(root, "tests", "WeComRobot.Benchmarks", "compose-card.ps1");
        string[] arguments = ["-NoProfile", "-File", script, "-Module", Path.Combine(root, "WeComRobot.psd1")];
        try
        {
            using var pwsh = Process.Start(new ProcessStartInfo("pwsh", arguments) { RedirectStandardOutput = true })!;
            var median = double.Parse(await pwsh.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture);
            Console.WriteLine($"  New-WeComCard and 9 part cmdlets  {median:0.000} ms, median of 200 (claim: less than {MaxMilliseconds})");
            return median < MaxMilliseconds;
        }
        catch (Win32Exception)
        {
            Console.WriteLine("  not measured: there is no pwsh on PATH");
            return false;
        }
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "WeComRobot.psd1")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
