using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>Time-outs and cancellations, on virtual clocks: the simulator's stands still, so it never answers.</summary>
public sealed class TimeoutTests : IAsyncLifetime
{
    private readonly VirtualTime _clientTime = new();
    private readonly VirtualTime _serverTime = new();
    private SimulatedRobot _robot = null!;

    public async Task InitializeAsync()
    {
        _robot = await SimulatedRobot.StartAsync(_clientTime, _serverTime);
        _robot.Options = _robot.Options with { Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    public static TheoryData<Fault> Silences => [new Fault { DelayMs = 1000 }, new Fault { Drip = new FaultDrip(1, 1000) }];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task No_answer_in_time_may_have_arrived(Fault silence)
    {
        var sending = await SendIntoAsync(silence);
        _clientTime.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.False(sending.IsCompleted);
        _clientTime.Advance(TimeSpan.FromTicks(1));

        var error = await _robot.FailAsync(sending);
        Assert.Equal((FailureCause.OutcomeUnknown, true), (error.Cause, error.IsTimeout));
        Assert.Contains("30 seconds", error.Message);
        Assert.Single(_robot.Server.Messages);
    }

    [Fact]
    public async Task A_time_out_before_the_post_began_sent_nothing()
    {
        _robot.Options = _robot.Options with { Timeout = TimeSpan.Zero };
        var error = await _robot.FailAsync(_robot.SendTextAsync());
        Assert.Equal((FailureCause.NotSent, true), (error.Cause, error.IsTimeout));
        Assert.Equal(0, _robot.Server.RequestCount);
    }

    [Fact]
    public async Task The_default_is_100_seconds()
    {
        _robot.Options = new DeliveryOptions { MaxRetry = 0 };
        var sending = await SendIntoAsync(new Fault { DelayMs = 1000 });
        _clientTime.Advance(TimeSpan.FromSeconds(100));
        Assert.Contains("100 seconds", (await _robot.FailAsync(sending)).Message);
    }

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_cancelled_post_ends_at_once_as_cancelled(Fault silence)
    {
        using var source = new CancellationTokenSource();
        var sending = await SendIntoAsync(silence, source.Token);
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Null(error.InnerException);
        Keys.AssertAbsent(error.ToString());
        Assert.Equal(0, _clientTime.ActiveTimers);
    }

    [Fact]
    public async Task A_send_that_was_cancelled_before_is_never_posted()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _robot.SendAsync(Sample.Edited("text"), new CancellationToken(canceled: true)));
        Assert.Equal(0, _robot.Server.RequestCount);
    }

    [Fact]
    public async Task After_an_answer_no_timer_is_left()
    {
        await _robot.SendTextAsync();
        Assert.Equal(0, _clientTime.ActiveTimers);
    }

    /// <summary>A send whose request has been read whole and whose answer hangs on the simulator's clock.</summary>
    private async Task<Task<Receipt>> SendIntoAsync(Fault silence, CancellationToken cancellationToken = default)
    {
        _robot.Server.Script(silence);
        var sending = _robot.SendAsync(Sample.Edited("text"), cancellationToken);
        await _serverTime.UntilTimersAsync(1);
        return sending;
    }
}
