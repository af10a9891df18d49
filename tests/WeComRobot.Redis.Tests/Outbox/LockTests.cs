using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>One machine delivers a robot's messages at a time; those behind one that has died wait until that is clear.</summary>
public sealed class LockTests : IAsyncLifetime
{
    private const string Name = "robot";

    private readonly VirtualTime _otherTime = new();
    private OutboxServer _server = null!;

    public async Task InitializeAsync() => _server = await OutboxServer.StartAsync();

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public async Task A_lock_is_one_machines_until_it_gives_it_up_or_dies()
    {
        var (first, second) = (_server.Join(_otherTime), _server.Join());
        var held = first.TryLock(Name)!;
        Assert.Null(second.TryLock(Name));
        held.Dispose();
        using (second.TryLock(Name))
        {
            Assert.Null(first.TryLock(Name));
        }

        Assert.NotNull(first.TryLock(Name));
        await LapseAsync();
        Assert.NotNull(second.TryLock(Name));
    }

    [RedisFact]
    public async Task Who_wakes_up_too_late_does_not_give_up_the_lock_of_another()
    {
        var (first, second) = (_server.Join(_otherTime), _server.Join());
        var lapsed = first.TryLock(Name)!;
        await LapseAsync();
        using var held = second.TryLock(Name);
        _otherTime.Advance(TimeSpan.FromSeconds(5));
        lapsed.Dispose();
        Assert.Null(first.TryLock(Name));
    }

    [RedisFact]
    public async Task A_machine_that_is_alive_is_told_from_a_dead_one()
    {
        var time = new VirtualTime();
        var (first, second) = (_server.Join(_otherTime), _server.Join(time));
        using var held = first.TryLock(Name);
        await _server.Redis.CommandAsync("PEXPIRE", OutboxServer.Key("lock:" + Name), "20000");
        var known = second.UntilKnownAsync(Name, CancellationToken.None);
        await time.UntilTimersAsync(1);
        Assert.False(known.IsCompleted);

        _otherTime.Advance(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(1));
        await known.InTimeAsync();
        Assert.Null(second.TryLock(Name));

        known = second.UntilKnownAsync(Name, CancellationToken.None);
        await time.UntilTimersAsync(1);
        await LapseAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        await known.InTimeAsync();
    }

    [RedisFact]
    public async Task A_wait_can_be_cancelled()
    {
        using var held = _server.Join(_otherTime).TryLock(Name);
        using var stop = new CancellationTokenSource();
        var known = _server.Join(new VirtualTime()).UntilKnownAsync(Name, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => known);
    }

    [RedisFact]
    public async Task Nothing_overtakes_what_a_dead_machine_held()
    {
        using var batch = _server.JoinDead().Write(OutboxRobot.Name, Outgoing.For(OutboxRobot.Text("a")), null);
        var time = new VirtualTime();
        await using var machine = await OutboxRobot.StartAsync(null, new TestFolder(), [_server.Join(time)]);
        await machine.KeepAsync("b");
        var delivering = machine.DeliverAsync();
        await time.UntilTimersAsync(2);
        Assert.Empty(machine.Arrived);

        await _server.AgeClaimsAsync(TimeSpan.FromSeconds(31));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await delivering);
        Assert.Equal(["a", "b"], machine.Arrived);
    }

    [RedisFact]
    public async Task What_a_living_machine_is_sending_holds_the_others_up_for_seconds_only()
    {
        var serverTime = new VirtualTime();
        await using var sender = await OutboxRobot.StartAsync(serverTime, new TestFolder(), [_server.Join(_otherTime)]);
        sender.Robot.Server.Script(new Fault { DelayMs = 1000 });
        var sending = sender.SendAsync("a");
        await serverTime.UntilTimersAsync(1);

        var time = new VirtualTime();
        await using var machine = await OutboxRobot.StartAsync(null, new TestFolder(), [_server.Join(time)]);
        await machine.KeepAsync("b");
        await _server.AgeClaimsAsync(TimeSpan.FromSeconds(10));
        var delivering = machine.DeliverAsync();
        await time.UntilTimersAsync(2);
        _otherTime.Advance(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await delivering);
        Assert.Equal(["b"], machine.Arrived);

        serverTime.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await sending).Failure);
        Assert.Empty(machine.Items);
    }

    private Task LapseAsync() => _server.Redis.CommandAsync("PEXPIRE", OutboxServer.Key("lock:" + Name), "0");
}
