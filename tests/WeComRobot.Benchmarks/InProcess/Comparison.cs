using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Benchmarks;

/// <summary>What BenchmarkDotNet measured of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Limit">The cost of the least that must be done.</param>
/// <param name="Ours">The cost of ours.</param>
/// <param name="Ratio">How many times as long ours takes.</param>
internal sealed record Comparison(Pair Pair, Cost Limit, Cost Ours, double Ratio)
{
    // BenchmarkDotNet measures the works one after another: several short rounds let other work on the machine slow all of them
    private const int Rounds = 7;

    /// <summary>Measures pairs.</summary>
    public static IReadOnlyList<Comparison> Measure(params IReadOnlyList<Pair> pairs)
    {
        // During the first round the runtime still optimizes the code
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => MeasuredWork.Measure(pairs.SelectMany(pair => new[] { pair.Limit, pair.Ours }))).Skip(1).ToArray();
        return [.. pairs.Select((pair, i) => For(pair, [.. rounds.Select(costs => (costs[2 * i], costs[(2 * i) + 1]))]))];
    }

    /// <summary>Measures pairs, and makes a table of them.</summary>
    public static Table Tabulate(string title, params IReadOnlyList<Pair> pairs)
    {
        var table = new Table(title, "work", "limit", "ours, ratio", "limit allocates", "ours allocates");
        foreach (var measured in Measure(pairs))
        {
            table.AddRow(measured.Pair.Name, measured.Limit.Time, $"{measured.Ratio:0.00}", measured.Limit.Size, measured.Ours.Size);
            if (measured.Pair.MaxRatio is { } maxRatio)
            {
                table.Claim(measured.Pair.Name, measured.Ratio, maxRatio);
            }
        }

        return table;
    }

    private static Comparison For(Pair pair, IReadOnlyList<(Cost Limit, Cost Ours)> rounds) => new(
        pair,
        Median(rounds.Select(costs => costs.Limit)),
        Median(rounds.Select(costs => costs.Ours)),
        Turns.Median(rounds.Select(costs => costs.Ours.Nanoseconds / costs.Limit.Nanoseconds)));

    private static Cost Median(IEnumerable<Cost> costs) => costs.OrderBy(cost => cost.Nanoseconds).ElementAt(Rounds / 2);
}
