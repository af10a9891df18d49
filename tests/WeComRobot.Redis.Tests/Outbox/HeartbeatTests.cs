using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.Redis.Connection;
using WeComRobot.Redis.Outbox;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>A machine shows that it is alive, and is not taken for dead because Redis was away for a while.</summary>
public sealed class HeartbeatTests : IAsyncLifetime
{
    private static readonly TimeSpan Lapsed = TimeSpan.FromSeconds(31);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    private readonly VirtualTime _time = new();
    private OutboxServer _server = null!;

    public async Task InitializeAsync() => _server = await OutboxServer.StartAsync(new() { KeepsData = true });

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public async Task A_process_does_not_take_itself_for_dead()
    {
        var outbox = new MessageOutbox([_server.Join(_time)], null);
        using var batch = Write(outbox);
        await _server.AgeClaimsAsync(Lapsed);
        Assert.Equal(OutboxState.Sending, Assert.Single(outbox.GetItems()).State);
    }

    [RedisFact]
    public async Task Who_lists_when_Redis_is_back_shows_that_it_is_alive_itself()
    {
        var outbox = new MessageOutbox([_server.Join(_time)], null);
        using var batch = Write(outbox);
        await LoseRedisAsync(outbox);
        Assert.Equal(OutboxState.Sending, Assert.Single(new MessageOutbox([_server.Join()], null).GetItems()).State);
    }

    [RedisFact]
    public async Task Nobody_is_taken_for_dead_before_it_had_the_time_to_show_up_again()
    {
        var ownerTime = new VirtualTime();
        using var held = Write(new([_server.Join(ownerTime)], null));
        using var lost = Write(_server.JoinDead());
        var store = _server.Join(_time);
        var outbox = new MessageOutbox([store], null);
        Assert.Equal(2, outbox.GetItems().Count);
        await LoseRedisAsync(outbox);
        Assert.All(outbox.GetItems(), item => Assert.Equal(OutboxState.Sending, item.State));

        var owners = store.List().OrderBy(name => name.Id, StringComparer.Ordinal).Select(name => name.Owner!).ToArray();
        var known = store.UntilKnownAsync(owners[1], CancellationToken.None);
        Assert.False(known.IsCompleted);
        await UntilHeardAsync(ownerTime, owners[0]);
        _time.Advance(Beat);
        await known.InTimeAsync();
        Assert.Equal([OutboxState.Sending, OutboxState.Pending], outbox.GetItems().Select(item => item.State));
    }

    [RedisFact]
    public async Task What_is_made_up_for_costs_no_message_its_time()
    {
        using var shady = await ShadyRedis.StartAsync(_server.Redis);
        using var link = new RedisLink(FleetConfiguration.Parse(new(shady.EndPoint + ",syncTimeout=2000", null)), new RealTime(_time));
        using var store = new RedisOutboxStore(link);
        var batch = Write(new([store], null), 6);
        shady.Close();
        Assert.Throws<WeComException>(() => batch.Posting(0));
        batch.Dispose();
        link.RenewBudget();

        shady.Conduct = ShadyConduct.Slow(TimeSpan.FromMilliseconds(400));
        shady.Open();
        await BringBackAsync(() => link.Trouble is null);
        _time.Advance(Beat);
        Assert.True(link.TryAsk(redis => redis.PingAsync(), out _));
        Assert.Equal(Enumerable.Repeat(OutboxState.Pending, 6), new MessageOutbox([_server.Join()], null).GetItems().Select(item => item.State));
    }

    [RedisFact]
    public async Task A_fleet_that_is_left_leaves_no_timer()
    {
        var link = new RedisLink(FleetConfiguration.Parse(new(_server.Redis.EndPoint, null)), _time);
        using (var fleet = new RedisFleet(link))
        {
            var batch = Write(new([fleet.Outbox], null));
            _server.Redis.Kill();
            Assert.Throws<WeComException>(() => batch.Posting(0));
            batch.Dispose();
            Assert.NotEqual(0, _time.ActiveTimers);
        }

        await OutboxServer.UntilAsync(() => _time.ActiveTimers == 0);
    }

    private static OutboxBatch Write(MessageOutbox outbox, int parts = 1) =>
        outbox.Write(OutboxRobot.Name, Outgoing.For([.. Enumerable.Range(0, parts).Select(i => OutboxRobot.Text($"{i}"))]), null);

    /// <summary>Redis is away for so long that all claims lapse, and one machine finds that it is back.</summary>
    private async Task LoseRedisAsync(MessageOutbox outbox)
    {
        _server.Redis.Kill();
        Assert.Throws<WeComException>(() => outbox.GetItems());
        await _server.Redis.RestartAsync(keepData: true);
        await _server.AgeClaimsAsync(Lapsed);
        await BringBackAsync(() => TryList(outbox));
    }

    /// <summary>Lets a machine's time go on until it has found Redis, and has shown that it is alive.</summary>
    private Task UntilHeardAsync(VirtualTime time, string owner)
    {
        var observer = _server.Join();
        return OutboxServer.UntilAsync(() =>
        {
            time.Advance(Probe);
            observer.List();
            return !observer.IsDead(owner);
        });
    }

    private async Task BringBackAsync(Func<bool> isBack)
    {
        while (!isBack())
        {
            _time.Advance(Probe);
            await Task.Delay(50);
        }
    }

    private static bool TryList(MessageOutbox outbox)
    {
        try
        {
            outbox.GetItems();
            return true;
        }
        catch (WeComException)
        {
            return false;
        }
    }

    /// <summary>Timers fire when a test says so, but a wait takes the time that it takes.</summary>
    private sealed class RealTime(VirtualTime timers) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            timers.CreateTimer(callback, state, dueTime, period);
    }
}
