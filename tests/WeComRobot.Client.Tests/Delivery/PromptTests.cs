using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>
/// An end in real time: a client that would tidy up first, as by draining an answer that drips, takes seconds. Nothing runs
/// beside these tests.
/// </summary>
[CollectionDefinition(nameof(PromptTests), DisableParallelization = true)]
[Collection(nameof(PromptTests))]
public sealed class PromptTests : IAsyncLifetime
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1.5);
    private static readonly Fault Drip = new() { Drip = new(1, 1000) };

    private readonly VirtualTime _clientTime = new();
    private readonly VirtualTime _serverTime = new();
    private SimulatedRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await SimulatedRobot.StartAsync(_clientTime, _serverTime);

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task A_time_out_ends_an_answer_that_drips_at_once()
    {
        var sending = await SendIntoDripAsync(default);
        var clock = Stopwatch.StartNew();
        _clientTime.Advance(_robot.Options.Timeout);
        await Assert.ThrowsAnyAsync<WeComException>(() => sending);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Prompt);
    }

    [Fact]
    public async Task So_does_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        var sending = await SendIntoDripAsync(stop.Token);
        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Prompt);
    }

    /// <summary>A send whose answer has begun, and never ends by itself.</summary>
    private async Task<Task> SendIntoDripAsync(CancellationToken cancellationToken)
    {
        _robot.Server.Script(Drip);
        var sending = _robot.SendAsync(Sample.Edited("text"), cancellationToken);
        await _serverTime.UntilTimersAsync(1);
        return sending;
    }
}
