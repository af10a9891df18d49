using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>What machines that cannot see each other send together: no more than the limit, as far as they knew of each other.</summary>
public sealed class ShareTests : IAsyncLifetime
{
    private static readonly RateLimit Six = new(6, TimeSpan.FromHours(1));

    private RedisServer _redis = null!;

    public async Task InitializeAsync() => _redis = await RedisServer.StartAsync(new() { KeepsData = true });

    public Task DisposeAsync()
    {
        _redis.Dispose();
        return Task.CompletedTask;
    }

    [RedisTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Machines_on_their_own_keep_to_their_share_and_for_a_window_after_that(bool keepData)
    {
        using var here = new Member(_redis.EndPoint + Member.Patient);
        using var there = new Member(_redis.EndPoint + Member.Patient);
        here.Send(1, Six);
        there.Send(2, Six);
        here.Send(3, Six);

        _redis.Kill();
        Assert.Equal(1, SendAll(here, 10));
        Assert.Equal(1, SendAll(there, 20));

        await _redis.RestartAsync(keepData);
        await here.UntilJoinedAsync();
        Assert.Equal(0, SendAll(here, 30));
        await there.UntilJoinedAsync();
        Assert.Equal(0, SendAll(there, 40));
        Assert.Equal(5, (await _redis.SlotsAsync()).Length);
    }

    [RedisFact]
    public void A_machine_that_has_never_seen_the_fleet_has_the_whole_limit()
    {
        _redis.Kill();
        using var machine = new Member(_redis.EndPoint + Member.Patient);
        Assert.Equal(6, SendAll(machine, 1));
        Assert.Equal(RateLimitScope.Machine, machine.Window.Scope);
    }

    [RedisFact]
    public async Task Slots_of_before_are_known_to_the_fleet_as_soon_as_a_machine_joins()
    {
        using var here = new Member(_redis.EndPoint + Member.Patient);
        here.Local.Record(1, Member.Lease);
        here.Local.Stamp(1, new(null, Six));
        here.Local.Record(2, Member.Lease);
        Assert.Equal(2, here.GetUsage(Six).Used);
        Assert.Equal(["r", "s"], (await _redis.SlotsAsync()).Select(slot => slot[..1]).Order());
        here.Stamp(2, Six);
        Assert.Equal(["s", "s"], (await _redis.SlotsAsync()).Select(slot => slot[..1]));
    }

    [RedisFact]
    public async Task A_45009_is_known_to_the_fleet_whether_Redis_was_away_when_it_came_or_after_it()
    {
        using var here = new Member(_redis.EndPoint + Member.Patient);
        using var there = new Member(_redis.EndPoint + Member.Patient);
        here.Send(1, Six);
        there.Send(2, Six);
        _redis.Kill();
        here.Send(3, Six);
        here.Window.Close();
        await _redis.RestartAsync(keepData: true);
        await here.UntilJoinedAsync();
        await there.UntilJoinedAsync();
        here.GetUsage(Six);
        there.TryReserve(4, Six);
        there.TryReserve(5, Six);
        Assert.NotEqual(TimeSpan.Zero, there.TryReserve(6, Six));

        _redis.Kill();
        Assert.NotEqual(TimeSpan.Zero, there.TryReserve(7, Six));
        Assert.InRange(there.GetUsage(Six).Wait, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [RedisFact]
    public void A_machine_on_its_own_shows_its_share()
    {
        using var here = new Member(_redis.EndPoint + Member.Patient);
        using var there = new Member(_redis.EndPoint + Member.Patient);
        here.Send(1, Six);
        there.Send(2, Six);
        here.Send(3, Six);
        _redis.Kill();
        var usage = default(WindowUsage);
        for (var slot = 10; here.Send(slot, Six) == TimeSpan.Zero; slot++)
        {
            usage = here.GetUsage(Six);
        }

        // One was its own when it last saw the window, and half of the four that were free are its share
        Assert.Equal((3, 3), (usage.Used, usage.Limit.Messages));
        Assert.NotEqual(TimeSpan.Zero, usage.Wait);
    }

    [RedisFact]
    public async Task A_slot_that_was_given_too_late_is_free_again_when_Redis_is_back()
    {
        using var shady = await ShadyRedis.StartAsync(_redis);
        using var machine = new Member(shady.EndPoint + ",syncTimeout=3000,connectTimeout=60000");
        machine.Send(1, Six);
        shady.Conduct = ShadyConduct.Silent;
        machine.TryReserve(2, Six);
        machine.Window.Release(2);
        Assert.Equal(["r", "s"], (await _redis.SlotsAsync()).Select(slot => slot[..1]).Order());

        shady.Conduct = ShadyConduct.Honest;
        await machine.UntilJoinedAsync();
        Assert.Equal(1, machine.GetUsage(Six).Used);
    }

    [RedisFact]
    public async Task A_pool_goes_on_with_the_robot_whose_share_is_not_used_up()
    {
        using var folder = new TestFolder();
        using var here = new Member(_redis.EndPoint + Member.Patient);
        var windows = new RateWindows(Six, () => folder.FullName, TimeProvider.System);
        windows.Join(here.Fleet.Windows);
        RateWindow[] pool = [windows.For(new('a', 32)), windows.For(new('b', 32))];
        Array.ForEach(pool, window => window.TryReserve(1, Member.Lease));
        _redis.Kill();
        for (var slot = 2; pool[0].TryReserve(slot, Member.Lease) == TimeSpan.Zero; slot++)
        {
        }

        var (index, reservation) = await RateWindows.ReserveFirstFreeAsync(pool, Member.Lease, _ => { }, default).InTimeAsync();
        reservation.Dispose();
        Assert.Equal(1, index);
    }

    [RedisFact]
    public void A_limit_that_cannot_be_set_for_the_fleet_leaves_that_of_the_process()
    {
        using var folder = new TestFolder();
        using var here = new Member(_redis.EndPoint + Member.Patient);
        var windows = new RateWindows(null, () => folder.FullName, TimeProvider.System);
        windows.Join(here.Fleet.Windows);
        var window = windows.For(new('a', 32));
        window.SetLimit(Six, RateLimitScope.Process);
        _redis.Kill();
        var error = Assert.Throws<WeComException>(() => window.SetLimit(new(3, TimeSpan.FromHours(1)), RateLimitScope.Fleet));
        Assert.Equal((FailureCause.StateUnwritable, Six), (error.Cause, window.GetUsage().Limit));
    }

    private static int SendAll(Member machine, long firstSlot)
    {
        var sent = 0;
        while (machine.Send(firstSlot + sent, Six) == TimeSpan.Zero)
        {
            sent++;
        }

        return sent;
    }
}
