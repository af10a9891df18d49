using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>Measures a process that is run again and again. Its CPU time and memory are known only where GNU time is.</summary>
internal static class MeasuredProcess
{
    private const string GnuTime = "/usr/bin/time";

    private static readonly bool HasGnuTime = File.Exists(GnuTime) && Tool.Succeeds(GnuTime, "-f", "%M", "true");

    /// <summary>A work for <see cref="Turns"/>: milliseconds, milliseconds of CPU time and peak memory in MiB. NaN is unknown.</summary>
    /// <param name="start">The process; null if the machine does not have it.</param>
    /// <param name="cache">
    /// The folder of its caches. pwsh keeps a profile there of the code that it compiled, from which the next pwsh profits if it does the
    /// same; each process here has a profile of its own, like a command that a machine runs again and again.
    /// </param>
    public static Func<Task<double[]>> Of(ProcessStartInfo? start, string cache)
    {
        if (start is null)
        {
            return () => Task.FromResult<double[]>([double.NaN, double.NaN, double.NaN]);
        }

        start.Environment["XDG_CACHE_HOME"] = cache;
        if (HasGnuTime)
        {
            // Its line is the last one of the standard error
            var arguments = start.ArgumentList.ToArray();
            start.ArgumentList.Clear();
            foreach (var argument in (string[])["-f", "%U %S %M", start.FileName, .. arguments])
            {
                start.ArgumentList.Add(argument);
            }

            start.FileName = GnuTime;
        }

        return () => RunAsync(start);
    }

    private static async Task<double[]> RunAsync(ProcessStartInfo start)
    {
        var clock = Stopwatch.StartNew();
        var (exitCode, output, errors) = await Tool.RunAsync(start);
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"This failed: {string.Join(' ', start.ArgumentList)}\n{output}{errors}");
        }

        if (!HasGnuTime)
        {
            return [milliseconds, double.NaN, double.NaN];
        }

        var numbers = errors.TrimEnd().Split('\n')[^1].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return [milliseconds, (numbers[0] + numbers[1]) * 1000, numbers[2] / 1024];
    }
}
