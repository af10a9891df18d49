using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>
/// A post ends without tidying up first. The simulator's clock stands still, and the connection would wait for ever for the rest of
/// an answer: a client that drains one which drips never ends.
/// </summary>
public sealed class PromptTests : IAsyncLifetime
{
    private static readonly Fault Drip = new() { Drip = new(1, 1000) };

    private readonly VirtualTime _clientTime = new();
    private readonly VirtualTime _serverTime = new();
    private SimulatedRobot _robot = null!;
    private RobotClient _client = null!;

    public async Task InitializeAsync()
    {
        _robot = await SimulatedRobot.StartAsync(_clientTime, _serverTime);
        _client = new(_clientTime, null, null, () => new SocketsHttpHandler
        {
            ResponseDrainTimeout = Timeout.InfiniteTimeSpan,
            MaxResponseDrainSize = int.MaxValue,
        });
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _robot.DisposeAsync();
    }

    [Fact]
    public async Task A_time_out_ends_an_answer_that_drips_at_once()
    {
        var sending = await SendIntoDripAsync(default);
        _clientTime.Advance(_robot.Options.Timeout);
        await Assert.ThrowsAnyAsync<WeComException>(() => sending.InTimeAsync());
    }

    [Fact]
    public async Task A_cancellation_ends_an_answer_that_drips_at_once()
    {
        using var stop = new CancellationTokenSource();
        var sending = await SendIntoDripAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.InTimeAsync());
    }

    /// <summary>A send whose answer has begun, and never ends by itself.</summary>
    private async Task<Task> SendIntoDripAsync(CancellationToken cancellationToken)
    {
        _robot.Server.Script(Drip);
        var sending = _client.SendAsync(_robot.Address, Sample.Edited("text"), _robot.Options, cancellationToken);
        await _serverTime.UntilTimersAsync(1);
        return sending;
    }
}
