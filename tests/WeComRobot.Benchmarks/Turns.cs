using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>Measures several works in turns, so that other work on the machine slows all of them.</summary>
internal static class Turns
{
    /// <summary>Measures each work once a round, after a first round that fills caches and is not counted.</summary>
    /// <param name="rounds">How many rounds are counted.</param>
    /// <param name="works">The works; each returns what it measured of itself.</param>
    /// <returns>The median of each work.</returns>
    public static async Task<double[]> MeasureAsync(int rounds, params Func<Task<double>>[] works)
    {
        var medians = await MeasureAsync(rounds, [.. works.Select(work => new Func<Task<double[]>>(async () => [await work()]))]);
        return [.. medians.Select(measures => measures[0])];
    }

    /// <summary>The same for works that measure several things of themselves, each of which has its median.</summary>
    public static async Task<double[][]> MeasureAsync(int rounds, params Func<Task<double[]>>[] works)
    {
        var measured = works.Select(_ => new List<double[]>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var i in Order(round, works.Length))
            {
                var measures = await works[i]();
                if (round > 0)
                {
                    measured[i].Add(measures);
                }
            }
        }

        return [.. measured.Select(all => all[0].Select((_, i) => Median(all.Select(measures => measures[i]))).ToArray())];
    }

    /// <summary>The median.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The order of a round. It changes, since a work leaves traces in the caches that the next one finds.</summary>
    private static int[] Order(int round, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(round).Shuffle(order);
        return order;
    }
}
