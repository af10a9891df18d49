using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Outbox;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Kill -9 while messages go through the outbox: none is lost, and none arrives twice.</summary>
public sealed class OutboxKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Robots = 2;
    private const int KillsEach = 50;

    private static readonly string[] Steps = ["changing", "changed", "posting", "delivered", "changing"];

    private KilledOutbox _outbox = null!;

    public async Task InitializeAsync() => _outbox = await KilledOutbox.StartAsync(Robots);

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task A_hundred_kills_while_sending()
    {
        var posted = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, Robots).Select(async robot =>
        {
            foreach (var (kill, step) in StepsOfKills(new Random(robot)).Index())
            {
                using var worker = await _outbox.StartWorkerAsync("outbox-send", robot, "--prefix", $"{robot}-{kill}", "--count", 1000, "--hold", step);
                Assert.True(await KillAsync(worker));
                lock (posted)
                {
                    posted.AddRange(PostedBy(worker));
                }
            }
        }));

        await AssertNoneIsLostOrTwiceAsync(posted);
    }

    [Fact]
    public async Task A_hundred_kills_while_delivering()
    {
        const int messagesEach = 400;
        await _outbox.FillAsync(messagesEach);
        await Task.WhenAll(Enumerable.Range(0, Robots).Select(async robot =>
        {
            foreach (var step in StepsOfKills(new Random(100 + robot)))
            {
                using var worker = await _outbox.StartWorkerAsync("outbox-deliver", robot, "--hold", step);
                Assert.True(await KillAsync(worker));
            }
        }));

        await AssertNoneIsLostOrTwiceAsync(KilledOutbox.TextsOf(Robots, messagesEach));
        _outbox.AssertInOrder();
    }

    [Fact]
    public async Task Several_processes_deliver_each_message_once_and_in_order()
    {
        const int messagesEach = 50;
        await _outbox.FillAsync(messagesEach);
        var workers = await Task.WhenAll(Enumerable.Range(0, 3 * Robots).Select(i => _outbox.StartWorkerAsync("outbox-deliver", i % Robots)));
        Array.ForEach(workers, worker => worker.Go());
        await Task.WhenAll(workers.Select(worker => worker.EndWellAsync()));
        Array.ForEach(workers, worker => worker.Dispose());

        Assert.Empty(_outbox.GetItems());
        Assert.Equal(KilledOutbox.TextsOf(Robots, messagesEach).Order(), _outbox.Arrived().Order());
        _outbox.AssertInOrder();
    }

    /// <summary>Where each worker holds: at every kind of step in turn, before and after a file's change as well as around a post.</summary>
    private static IEnumerable<string> StepsOfKills(Random random) =>
        Enumerable.Range(0, KillsEach).Select(kill => $"{Steps[kill % Steps.Length]}:{random.Next(1, 8)}");

    private static async Task<bool> KillAsync(Worker worker)
    {
        worker.Go();
        await worker.UntilHeldAsync();
        return await worker.KillAsync();
    }

    /// <summary>The texts whose post a worker began, or whose keeping it told: it says "posting" after "sending".</summary>
    private static IEnumerable<string> PostedBy(Worker worker)
    {
        var begun = "";
        foreach (var line in worker.Lines)
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "sending":
                    begun = words[1];
                    break;
                case "posting":
                    yield return begun;
                    break;
            }
        }
    }

    private async Task AssertNoneIsLostOrTwiceAsync(IReadOnlyCollection<string> messages)
    {
        var afterKills = _outbox.GetItems();
        await _outbox.DeliverAsync();
        var arrived = _outbox.Arrived();
        var left = _outbox.GetItems();
        var unknown = left.Select(KilledOutbox.TextOf).ToHashSet();
        output.WriteLine($"{messages.Count} messages, {arrived.Count} arrived; after the kills {afterKills.Count(item => item.State == OutboxState.Pending)} "
            + $"pending and {unknown.Count} unknown, of which {unknown.Intersect(arrived).Count()} had arrived");

        Assert.All(left, item => Assert.Equal(OutboxState.Unknown, item.State));
        Assert.DoesNotContain(arrived.CountBy(text => text), text => text.Value > 1);
        Assert.Empty(messages.Except(arrived).Except(unknown));

        // One kill meets one post at most; the claim would be empty if few met any
        Assert.InRange(unknown.Count, 10, Robots * KillsEach);
    }
}
