using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Measures pathological inputs. Doubling the length of an input may take at most 2.3 times as long, and the input must take less
/// than <paramref name="maxRatio"/> times as long as ordinary text of the same length.
/// </summary>
/// <param name="work">The work to measure on each input.</param>
/// <param name="maxRatio">The ratio to the time of ordinary text that must not be reached.</param>
internal sealed class PathologicalTimes(Action<string> work, double maxRatio)
{
    private const int Length = 50_000;
    private const int Rounds = 15;
    private const double MaxGrowth = 2.3;

    // Other work on the machine may slow down one measurement, but hardly all
    private const int Attempts = 4;

    public Task<Table> RunAsync(string title)
    {
        for (var i = 0; i < Rounds; i++)
        {
            // Let the runtime compile everything before measuring
            Measure(PathologicalInputs.Ordinary(Length));
            foreach (var make in PathologicalInputs.All.Values)
            {
                work(make(Length / 5));
            }
        }

        var table = new Table($"{title}: lengths n, 2n and 4n, n = {Length:N0}", "ms", "n", "2n", "4n", "growth", "ratio to ordinary text");
        var (growth, ratio) = (0.0, 0.0);
        foreach (var (name, make) in PathologicalInputs.All)
        {
            var result = MeasureUntilItHolds(make);
            table.AddRow([name, .. result.Times.Append(result.Growth).Append(result.Ratio).Select(number => $"{number:0.00}")]);
            (growth, ratio) = (Math.Max(growth, result.Growth), Math.Max(ratio, result.Ratio));
        }

        table.Claim("largest growth of the time when the length doubles", growth, MaxGrowth);
        table.Claim("largest ratio to ordinary text of the same length", ratio, maxRatio);
        return Task.FromResult(table);
    }

    private Result MeasureUntilItHolds(Func<int, string> make)
    {
        var result = Measure(make);
        for (var attempt = 1; attempt < Attempts && !result.Holds; attempt++)
        {
            result = Measure(make);
        }

        return result;
    }

    private Result Measure(Func<int, string> make)
    {
        // The texts take turns, so that other work on the machine slows all of them
        var texts = new[] { make(Length), make(2 * Length), make(4 * Length), PathologicalInputs.Ordinary(4 * Length) };
        var times = Enumerable.Repeat(double.MaxValue, texts.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                times[i] = Math.Min(times[i], Measure(texts[i]));
            }
        }

        return new(times[..3], times[3], maxRatio);
    }

    private double Measure(string text)
    {
        var clock = Stopwatch.StartNew();
        work(text);
        return clock.Elapsed.TotalMilliseconds;
    }

    private sealed record Result(IReadOnlyList<double> Times, double Ordinary, double MaxRatio)
    {
        public double Growth => Math.Max(Times[1] / Times[0], Times[2] / Times[1]);

        public double Ratio => Times[2] / Ordinary;

        public bool Holds => Growth <= MaxGrowth && Ratio < MaxRatio;
    }
}
