using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Client.Tests.Alerts;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>
/// Kill -9 in the middle of alerts. Afterwards the next call works at once; the group reads each interval once, unless the kill left a
/// post in doubt; no beginning is lost, and nobody reads an end without a beginning.
/// </summary>
public sealed class AlertKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 100;

    private SharedAlerts _alerts = null!;

    public async Task InitializeAsync() => _alerts = await SharedAlerts.StartAsync();

    public async Task DisposeAsync() => await _alerts.DisposeAsync();

    [Fact]
    public async Task Two_hundred_kills()
    {
        var doubts = (await Task.WhenAll(RunAsync(robot: 0, keeps: false), RunAsync(robot: 1, keeps: true))).Sum();
        Assert.Empty(_alerts.Firing);
        output.WriteLine($"{2 * Kills} kills left {doubts} posts in doubt");

        // The claim would be empty if few met a post, or all did
        Assert.InRange(doubts, 20, Kills);
    }

    /// <returns>How many kills left a post in doubt.</returns>
    private async Task<int> RunAsync(int robot, bool keeps)
    {
        var random = new Random(robot);
        var doubts = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var key = $"k{robot}-{kill}";
            var (step, most) = StepsOf(keeps)[random.Next(StepsOf(keeps).Length)];
            var hold = $"{step}:{random.Next(1, most + 1)}";
            object[] keep = keeps ? ["--keep", "true"] : [];
            using var worker = await _alerts.StartWorkerAsync(robot, $"Warning {key},Warning {key},Critical {key},end {key},Warning {key}", ["--hold", hold, .. keep]);
            worker.Go();
            await worker.UntilHeldAsync();
            Assert.True(await worker.KillAsync());

            // An end is forgotten before it is posted, so that nobody reads it twice
            var state = _alerts.Find(robot, key);
            var lastCall = worker.Lines.Last(line => line.StartsWith("call", StringComparison.Ordinal));
            var isInDoubt = state?.IsInDoubt ?? lastCall == "calling end " + key;
            Assert.False(isInDoubt && step == "delivered" && state is not null);
            doubts += isInDoubt ? 1 : 0;
            var status = kill % 2 == 0 ? await FireAsync(robot, key, keeps) : await EndAsync(robot, key, keeps);
            AssertAllIsWell(key, isInDoubt, $"{hold} {status}");
        }

        return doubts;
    }

    /// <summary>The same alert fires twice, and ends.</summary>
    /// <returns>What became of the first call.</returns>
    private async Task<AlertStatus> FireAsync(int robot, string key, bool keeps)
    {
        var first = await _alerts.FireAsync(robot, key, keeps);
        await _alerts.DeliverAsync(robot);
        Assert.True(_alerts.Read(key) is [.., { IsEnd: false }], "a beginning is lost");
        Assert.Equal(AlertStatus.Suppressed, await _alerts.FireAsync(robot, key, keeps));
        Assert.Equal(AlertStatus.Resolved, await _alerts.ResolveAsync(robot, key, keeps));
        return first;
    }

    /// <summary>The alert ends next, and fires anew.</summary>
    /// <returns>What became of the first call.</returns>
    private async Task<AlertStatus> EndAsync(int robot, string key, bool keeps)
    {
        var first = await _alerts.ResolveAsync(robot, key, keeps);
        await _alerts.DeliverAsync(robot);
        Assert.Equal(AlertStatus.Sent, await _alerts.FireAsync(robot, key, keeps));
        Assert.Equal(AlertStatus.Resolved, await _alerts.ResolveAsync(robot, key, keeps));
        return first;
    }

    private void AssertAllIsWell(string key, bool isInDoubt, string what)
    {
        var read = _alerts.Read(key);
        what += $":\n{string.Join('\n', read)}";
        Told? last = null;
        var twice = 0;
        foreach (var told in read)
        {
            Assert.True(!told.IsEnd || last is { IsEnd: false } || told.IsInDoubt, "an end without a beginning " + what);
            twice += last is { IsEnd: false } && !told.IsEnd && told.Severity <= last.Severity ? 1 : 0;
            last = told;
        }

        Assert.True(twice <= (isInDoubt ? 1 : 0), "the group was told twice " + what);
        Assert.True(last!.IsEnd, what);
    }

    /// <summary>The steps of a worker, and how many of each it takes.</summary>
    private static (string Step, int Most)[] StepsOf(bool keeps) => keeps
        ? [("changing", 20), ("changed", 20), ("posting", 4), ("delivered", 4)]
        : [("changing", 10), ("changed", 10), ("posting", 4), ("delivered", 4)];
}
