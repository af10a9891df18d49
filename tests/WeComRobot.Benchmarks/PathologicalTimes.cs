using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Each pathological input takes at most 2.3 times as long for twice its length, and less than so many times as long as ordinary
/// text of the same length.
/// </summary>
/// <param name="work">What is done with each.</param>
/// <param name="maxTimes">How many times as long as ordinary text it may take.</param>
internal sealed class PathologicalTimes(Action<string> work, double maxTimes)
{
    private const int Length = 50_000;
    private const int Rounds = 15;
    private const double MaxGrowth = 2.3;

    // Other work on the machine may slow one measurement, but not all
    private const int Attempts = 4;

    public Task<bool> RunAsync()
    {
        for (var i = 0; i < Rounds; i++)
        {
            // Let the runtime compile everything before it is measured
            Measure(PathologicalInputs.Ordinary(Length));
            foreach (var make in PathologicalInputs.All.Values)
            {
                work(make(Length / 5));
            }
        }

        Console.WriteLine($"  {"milliseconds at n, 2n, 4n",-40} {"n",8} {"2n",8} {"4n",8}  growth  of ordinary text (claims: at most {MaxGrowth}, less than {maxTimes})");
        return Task.FromResult(PathologicalInputs.All.Aggregate(true, (holds, input) => Holds(input.Key, input.Value) && holds));
    }

    private bool Holds(string name, Func<int, string> make)
    {
        var result = Measure(make);
        for (var attempt = 1; attempt < Attempts && !result.Holds; attempt++)
        {
            result = Measure(make);
        }

        Console.WriteLine($"  {name,-40} {result.Times[0],8:0.00} {result.Times[1],8:0.00} {result.Times[2],8:0.00} {result.Growth,7:0.00} {result.OfOrdinary,7:0.00}{(result.Holds ? "" : "  NOT HELD")}");
        return result.Holds;
    }

    private Result Measure(Func<int, string> make)
    {
        // In turns, so that whatever else this machine does slows all
        var texts = new[] { make(Length), make(2 * Length), make(4 * Length), PathologicalInputs.Ordinary(4 * Length) };
        var times = Enumerable.Repeat(double.MaxValue, texts.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                times[i] = Math.Min(times[i], Measure(texts[i]));
            }
        }

        return new(times[..3], times[3], maxTimes);
    }

    private double Measure(string text)
    {
        var clock = Stopwatch.StartNew();
        work(text);
        return clock.Elapsed.TotalMilliseconds;
    }

    private sealed record Result(IReadOnlyList<double> Times, double Ordinary, double MaxTimes)
    {
        public double Growth => Math.Max(Times[1] / Times[0], Times[2] / Times[1]);

        public double OfOrdinary => Times[2] / Ordinary;

        public bool Holds => Growth <= MaxGrowth && OfOrdinary < MaxTimes;
    }
}
