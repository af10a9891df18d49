using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>The head of a report: when, where and by which command it was made.</summary>
internal static class Machine
{
    /// <summary>The head of a report by the command with these arguments.</summary>
    public static async Task<string> DescribeAsync(string[] args)
    {
        var pwsh = await Pwsh.RunAsync(Pwsh.StartInfo("--version"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            Measured on {DateTime.UtcNow:yyyy-MM-dd} on {Environment.ProcessorCount} cores of {Cpu()}, {RuntimeInformation.OSDescription}, with
            {RuntimeInformation.FrameworkDescription} and {pwsh}, by

            ```
            dotnet run -c Release --project tests/WeComRobot.Benchmarks -- {string.Join(' ', args)}
            ```

            """);
    }

    private static string Cpu()
    {
        const string Linux = "/proc/cpuinfo";
        var model = File.Exists(Linux) ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?.Split(": ")[1] ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"{RuntimeInformation.ProcessArchitecture}";
    }
}
