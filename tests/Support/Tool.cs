using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>Programs of the machine, and how to run one.</summary>
public static class Tool
{
    /// <summary>The program's path, or null if it is not on PATH.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>Starts a program; its caller reads what it writes.</summary>
    public static Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs a program to its end, and tells whether it succeeded.</summary>
    public static bool Succeeds(string program, params IEnumerable<string> arguments) =>
        RunAsync(program, arguments).GetAwaiter().GetResult().ExitCode == 0;

    /// <summary>Runs a program to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, params IEnumerable<string> arguments) =>
        RunAsync(new ProcessStartInfo(program, arguments));

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program.</param>
    /// <param name="limit">When it is killed, because it hangs. Defaults to <see cref="Patience.Limit"/>.</param>
    /// <returns>What it wrote.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(ProcessStartInfo start, TimeSpan? limit = null)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var hangs = new CancellationTokenSource(limit ?? Patience.Limit);
        using var kill = hangs.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
