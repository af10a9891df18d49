using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Limits;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Processes that share one robot, on the system's clock: a shortened minute of 2 s, in which the simulator takes 20 as well.</summary>
public sealed class SharedWindowTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly RateLimit Limit = new(20, TimeSpan.FromSeconds(2));

    private readonly TestFolder _state = new();
    private SimulatorServer _server = null!;

    public async Task InitializeAsync() => _server = await SimulatorServer.StartAsync(
        new SimulatorOptions { Keys = [Keys.First], Rate = new(Limit.Messages, Limit.Window) });

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _state.Dispose();
    }

    [Fact]
    public async Task Ten_processes_send_sixty_messages_each_once_without_45009_and_at_almost_the_full_rate()
    {
        var workers = await StartAsync(count: 10, messagesEach: 60, timeout: TimeSpan.FromSeconds(30));
        await Task.WhenAll(workers.Select(worker => worker.EndWellAsync()));

        var least = LeastPossible(600);
        var took = _server.Messages[^1].ReceivedAt - _server.Messages[0].ReceivedAt;
        output.WriteLine($"{took} for {least}: {took / least:0.000}");
        AssertOnce(workers, 600);
        Assert.Empty(_server.Refusals);
        Assert.Equal(600, _server.RequestCount);
        Assert.InRange(took, least, 1.05 * least);
    }

    [Fact]
    public async Task Two_of_six_processes_killed_cost_the_others_nothing_and_their_slots_come_back()
    {
        var timeout = TimeSpan.FromSeconds(3);
        var random = new Random(6);
        var workers = await StartAsync(count: 6, messagesEach: 40, timeout);
        var killed = await Task.WhenAll(workers.Take(2).Select(worker => KillAsync(worker, random.Next(2, 16), random.Next(8))));
        Assert.Equal([true, true], killed);
        await Task.WhenAll(workers.Skip(2).Select(worker => worker.EndWellAsync()));

        AssertOnce(workers[2..], 160);
        Assert.All(Arrived().CountBy(text => text), text => Assert.Equal(1, text.Value));
        Assert.All(workers.Take(2).SelectMany(SentBy), text => Assert.Contains(text, Arrived()));
        Assert.Empty(_server.Refusals);

        // Nobody sends any more: by then each slot has lapsed, also those of the dead
        await Task.Delay(timeout + (2 * Limit.Window));
        using var client = new RobotClient(limit: Limit, stateFolder: _state.FullName);
        var window = client.LookAt(WebhookAddress.Parse(_server.Webhook().AbsoluteUri));
        Assert.Equal((Limit.Messages, Limit.Window, 0), (window.Limit, window.Window, window.Used));
        Assert.NotNull(window.StatePath);
    }

    /// <summary>Starts them, and lets them begin when all of them are ready.</summary>
    private async Task<Worker[]> StartAsync(int count, int messagesEach, TimeSpan timeout)
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Worker.StartAsync(
            "send", "--webhook", _server.Webhook(), "--state", _state.FullName, "--prefix", "w" + i, "--count", messagesEach,
            "--limit", $"{Limit.Messages}/{Limit.Window.TotalSeconds}", "--timeout", timeout.TotalSeconds)));
        foreach (var worker in workers)
        {
            worker.Go();
        }

        return workers;
    }

    /// <summary>Kills a worker some time after it has said so many lines: in the middle of a post, a wait, or a change of the file.</summary>
    private static async Task<bool> KillAsync(Worker worker, int lines, int milliseconds)
    {
        Assert.True(await worker.UntilLinesAsync(lines));
        await Task.Delay(milliseconds);
        return await worker.KillAsync();
    }

    private static IEnumerable<string> SentBy(Worker worker) =>
        from line in worker.Lines where line.StartsWith("sent ", StringComparison.Ordinal) select line.Split(' ')[1];

    private IReadOnlyList<string> Arrived() => [.. _server.Messages.Select(message => message.TextContent())];

    private void AssertOnce(IReadOnlyList<Worker> workers, int count)
    {
        Assert.DoesNotContain(workers.SelectMany(worker => worker.Lines), line => line.StartsWith("failed ", StringComparison.Ordinal));
        var texts = workers.SelectMany(SentBy).ToArray();
        Assert.Equal(count, texts.Length);
        Assert.Equal(texts.Order(), Arrived().Where(texts.Contains).Order());
    }

    /// <summary>What the service's own rule leaves to an all-knowing sender: 20 at once, and 20 more with each window.</summary>
    private static TimeSpan LeastPossible(int messages) => Limit.Window * ((messages - 1) / Limit.Messages);
}
