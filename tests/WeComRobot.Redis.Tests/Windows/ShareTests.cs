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
        Assert.Equal(5, here.GetUsage(Six).Used);
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
