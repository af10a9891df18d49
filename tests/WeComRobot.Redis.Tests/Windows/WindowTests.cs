using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>Machines share a window in a real Redis.</summary>
public sealed class WindowTests : IAsyncLifetime
{
    private static readonly RateLimit Three = new(3, TimeSpan.FromSeconds(10));

    private RedisServer _redis = null!;
    private Member _here = null!;
    private Member _there = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _here = new(_redis.EndPoint + Member.Patient);
        _there = new(_redis.EndPoint + Member.Patient);
    }

    public Task DisposeAsync()
    {
        _here.Dispose();
        _there.Dispose();
        _redis.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public void Two_machines_have_one_window()
    {
        Assert.Equal(TimeSpan.Zero, _here.Send(1, Three));
        Assert.Equal(TimeSpan.Zero, _there.Send(2, Three));
        Assert.Equal(TimeSpan.Zero, _here.Send(3, Three));

        Assert.InRange(_there.Send(4, Three), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10.1));
        var usage = _there.GetUsage(Three);
        Assert.Equal((3, Three, RateLimitScope.Fleet), (usage.Used, usage.Limit, _there.Window.Scope));
        Assert.Equal([new SlotHolder(Environment.MachineName, 3)], usage.Holders);
    }

    [RedisFact]
    public async Task A_slot_is_free_when_its_window_is_over_and_when_it_is_released()
    {
        _here.Send(1, Three);
        await _redis.PassAsync(TimeSpan.FromSeconds(9));
        _here.Send(2, Three);
        _here.TryReserve(3, Three);
        Assert.NotEqual(TimeSpan.Zero, _there.Send(4, Three));

        await _redis.PassAsync(TimeSpan.FromSeconds(1.1));
        Assert.Equal(TimeSpan.Zero, _there.Send(4, Three));
        Assert.NotEqual(TimeSpan.Zero, _there.Send(5, Three));
        _here.Window.Release(3);
        Assert.Equal(TimeSpan.Zero, _there.Send(5, Three));
    }

    [RedisFact]
    public async Task The_slot_of_a_machine_that_died_lapses_a_window_after_its_lease()
    {
        _here.TryReserve(1, Three);
        _here.TryReserve(2, Three);
        _here.TryReserve(3, Three);
        await _redis.PassAsync(TimeSpan.FromSeconds(19));
        Assert.NotEqual(TimeSpan.Zero, _there.Send(4, Three));
        await _redis.PassAsync(TimeSpan.FromSeconds(1.1));
        Assert.Equal(TimeSpan.Zero, _there.Send(4, Three));
    }

    [RedisFact]
    public async Task A_45009_closes_the_window_for_all_machines()
    {
        _here.Send(1, Three);
        _here.Window.Close();
        Assert.InRange(_there.Send(2, Three), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10.1));
        await _redis.PassAsync(TimeSpan.FromSeconds(10.1));
        Assert.Equal(TimeSpan.Zero, _there.Send(2, Three));
    }

    [RedisFact]
    public async Task The_clocks_of_the_machines_do_not_count()
    {
        using var slow = new Member(_redis.EndPoint + Member.Patient, new VirtualTime(DateTimeOffset.UtcNow.AddMinutes(-5)));
        using var fast = new Member(_redis.EndPoint + Member.Patient, new VirtualTime(DateTimeOffset.UtcNow.AddMinutes(5)));
        slow.Send(1, Three);
        fast.Send(2, Three);
        slow.Send(3, Three);
        Assert.InRange(fast.Send(4, Three), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10.1));
        Assert.InRange(slow.Send(4, Three), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10.1));
        await _redis.PassAsync(TimeSpan.FromSeconds(10.1));
        Assert.Equal(TimeSpan.Zero, fast.Send(4, Three));
    }

    [RedisFact]
    public async Task A_clock_of_Redis_that_was_set_back_closes_the_window_for_one_window_at_most()
    {
        _here.Send(1, Three);
        _here.Send(2, Three);
        _here.Send(3, Three);
        await _redis.PassAsync(TimeSpan.FromMinutes(-5));
        Assert.InRange(_there.Send(4, Three), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10.1));
    }

    [RedisFact]
    public void A_limit_of_the_fleet_applies_on_all_machines_and_gives_way_to_a_process()
    {
        _here.Window.SetLimit(new(1, TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.Zero, _there.Send(1));
        Assert.NotEqual(TimeSpan.Zero, _here.Send(2));
        Assert.Equal(TimeSpan.Zero, _here.Send(2, Three));

        _here.Fleet.Windows.SetLimit(new(7, TimeSpan.FromSeconds(10)));
        Assert.Equal(7, _there.Fleet.Windows.Limit?.Messages);
    }

    [RedisFact]
    public async Task Keys_show_a_fingerprint_and_live_for_a_while()
    {
        _here.Window.SetLimit(Three);
        _here.Fleet.Windows.SetLimit(Three);
        _here.Send(1);
        _here.Window.Close();
        var keys = await _redis.KeysAsync();
        Assert.Equal(["wecom:{0123456789abcdef}:settings", "wecom:{0123456789abcdef}:window", "wecom:{fleet}:limit"], keys.Order());
        foreach (var key in keys)
        {
            Assert.InRange((long)(await _redis.CommandAsync("TTL", key))!, 60, 90 * 86400);
        }
    }

    [RedisFact]
    public async Task A_machine_that_joins_forgets_nothing_of_a_long_window()
    {
        var hourly = new RateLimit(3, TimeSpan.FromHours(1));
        _here.Fleet.Windows.SetLimit(hourly);
        _here.Send(1, hourly);
        _here.Send(2, hourly);
        _here.Send(3, hourly);
        await _redis.PassAsync(TimeSpan.FromSeconds(100));
        _there.GetUsage(hourly);
        Assert.InRange(_there.Send(4, hourly), TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(59));
        Assert.Equal(3, _here.GetUsage(hourly).Used);
    }

    [RedisFact]
    public async Task Old_slots_do_not_pile_up()
    {
        var many = new RateLimit(1000, TimeSpan.FromSeconds(1));
        for (var slot = 0; slot < 200; slot++)
        {
            _here.Send(slot, many);
            await _redis.PassAsync(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange((await _redis.SlotsAsync()).Length, 11, 21);
    }

    [RedisFact]
    public async Task A_cluster_has_a_robots_keys_on_one_node()
    {
        using var cluster = await RedisServer.StartAsync(new() { Cluster = true });
        using var machine = new Member(cluster.EndPoint + Member.Patient);
        Assert.Equal(TimeSpan.Zero, machine.Send(1, Three));
        machine.Window.SetLimit(Three);
        Assert.Equal((1, RateLimitScope.Fleet), (machine.GetUsage().Used, machine.Window.Scope));
    }
}
