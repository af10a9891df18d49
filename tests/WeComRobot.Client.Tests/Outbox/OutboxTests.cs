using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>What is kept, and what becomes of it when it is delivered.</summary>
public class OutboxTests : IAsyncLifetime
{
    private static readonly Fault Busy = new() { ErrCode = -1 };
    private static readonly Fault Refused = new() { ErrCode = 40008 };

    private readonly VirtualTime _serverTime = new();
    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await StartAsync(_serverTime);

    public virtual async Task DisposeAsync() => await _outbox.DisposeAsync();

    private protected virtual Task<OutboxRobot> StartAsync(VirtualTime? serverTime) => OutboxRobot.StartAsync(serverTime);

    [Fact]
    public async Task A_message_that_the_service_refuses_stays_aside_and_the_others_go_on()
    {
        await _outbox.KeepAsync("a", "b", "c");
        _outbox.Robot.Server.Script(new Fault(), Refused);
        await _outbox.DeliverAsync();
        Assert.Equal(["a", "c"], _outbox.Arrived);
        Assert.Equal([("b", OutboxState.Refused)], _outbox.Items);
        Assert.Equal(40008, Assert.Single(_outbox.Failures).Error.ErrorCode);

        await _outbox.DeliverAsync();
        Assert.Equal(["a", "c"], _outbox.Arrived);
    }

    [Fact]
    public async Task What_may_have_arrived_waits_for_the_users_decision()
    {
        _outbox.Robot.Server.Script(new Fault { Cut = FaultCut.After });
        var result = await _outbox.SendAsync("a");
        Assert.Equal((FailureCause.OutcomeUnknown, OutboxState.Unknown), (result.Failure!.Cause, result.State));
        await _outbox.KeepAsync("b");

        await _outbox.DeliverAsync();
        Assert.Equal(["b"], _outbox.Arrived);
        var unknown = Assert.Single(_outbox.Outbox.GetItems());
        Assert.Equal(OutboxState.Unknown, unknown.State);

        await _outbox.DeliverAsync(unknown);
        Assert.Equal(["b", "a"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
    }

    [Fact]
    public async Task Only_the_given_messages_are_delivered_even_refused_ones()
    {
        await _outbox.KeepAsync("a", "b", "c");
        _outbox.Robot.Server.Script(Refused, Busy);
        await _outbox.DeliverAsync();
        Assert.Equal([("a", OutboxState.Refused), ("b", OutboxState.Pending), ("c", OutboxState.Pending)], _outbox.Items);

        var items = _outbox.Outbox.GetItems();
        await _outbox.DeliverAsync(items[0], items[2]);
        Assert.Equal(["a", "c"], _outbox.Arrived);
        Assert.Equal([("b", OutboxState.Pending)], _outbox.Items);
    }

    [Fact]
    public async Task Another_robots_messages_stay()
    {
        await _outbox.KeepAsync("a");
        var isDone = await _outbox.Client.DeliverAsync(
            "other", RobotPool.Single(_outbox.Robot.Address), null, (error, _) => Assert.Fail(error.Message), _outbox.Robot.Options);
        Assert.True(isDone);
        Assert.Empty(_outbox.Arrived);
        Assert.Single(_outbox.Items);
        Assert.Empty(_outbox.Outbox.GetItems(robot => robot == "other"));
    }

    [Fact]
    public async Task A_second_deliverer_leaves_the_messages_to_the_first()
    {
        await _outbox.KeepAsync("a", "b");
        _outbox.Robot.Server.Script(new Fault { DelayMs = 1000 });
        var first = _outbox.DeliverAsync();
        await _serverTime.UntilTimersAsync(1);
        Assert.Equal([("a", OutboxState.Sending), ("b", OutboxState.Pending)], _outbox.Items);

        Assert.False(await _outbox.DeliverAsync());
        _serverTime.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await first);
        Assert.Equal(["a", "b"], _outbox.Arrived);
    }

    [Fact]
    public async Task Messages_that_a_living_process_holds_are_neither_taken_nor_removed()
    {
        _outbox.Robot.Server.Script(new Fault { DelayMs = 1000 });
        var sending = _outbox.SendAsync("a");
        await _serverTime.UntilTimersAsync(1);
        var held = Assert.Single(_outbox.Outbox.GetItems());
        Assert.Equal(OutboxState.Sending, held.State);
        Assert.False(_outbox.Outbox.Remove(held));
        await _outbox.DeliverAsync(held);

        _serverTime.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await sending).Failure);
        Assert.Equal(["a"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_message_pending()
    {
        _outbox.Robot.Options = _outbox.Robot.Options with { MaxRetry = 3 };
        _outbox.Robot.Server.Script(Busy);
        using var stop = new CancellationTokenSource();
        var sending = _outbox.SendAsync([OutboxRobot.Text("a")], stop: stop.Token);
        await _outbox.Robot.Observer.UntilWaitingAsync();
        await _outbox.Time.UntilTimersAsync(1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal([("a", OutboxState.Pending)], _outbox.Items);
    }

    [Fact]
    public async Task A_cancelled_post_leaves_it_unknown()
    {
        _outbox.Robot.Server.Script(new Fault { DelayMs = 1000 });
        using var stop = new CancellationTokenSource();
        var sending = _outbox.SendAsync([OutboxRobot.Text("a")], stop: stop.Token);
        await _serverTime.UntilTimersAsync(1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal([("a", OutboxState.Unknown)], _outbox.Items);
    }

    [Fact]
    public async Task What_breaks_a_rule_or_is_refused_is_not_kept()
    {
        await _outbox.Robot.FailAsync(_outbox.SendAsync([new TextMessage { Text = new() { Content = "" } }]));
        _outbox.Robot.Server.Script(Refused);
        await _outbox.Robot.FailAsync(_outbox.SendAsync("a"));
        Assert.Empty(_outbox.Items);
        Assert.Equal(1, _outbox.Robot.Server.RequestCount);
    }

    [Fact]
    public async Task Without_an_outbox_there_is_nothing_to_do()
    {
        Assert.Empty(_outbox.Items);
        Assert.True(await _outbox.DeliverAsync());
        Assert.Empty(_outbox.Failures);
    }
}
