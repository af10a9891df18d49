using System;
using System.Linq;
using WeComRobot.RateLimiting;
using Xunit;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>What a window's state keeps.</summary>
public sealed class WindowStateTests
{
    private static readonly RateLimit Limit = new(1000, TimeSpan.FromSeconds(1));

    [Fact]
    public void A_lease_that_a_crash_has_left_keeps_no_expired_slot_behind_it()
    {
        var state = new WindowState();
        state.Reserve(-1, WindowState.MaxLease, At(0));
        for (var second = 0; second < 100; second++)
        {
            state.Reserve(second, TimeSpan.FromSeconds(1), At(second));
            state.Stamp(second, Limit, At(second));
        }

        Assert.Contains(state.Slots, slot => slot.Id == -1);
        Assert.InRange(state.Slots.Count, 2, 21);
        Assert.Equal(3, state.CountUsed(Limit, At(99))); // the lease, and the stamps of the last second
    }

    [Fact]
    public void A_released_slot_is_gone_and_the_others_stay_in_order()
    {
        var state = new WindowState();
        for (var id = 0; id < 3; id++)
        {
            state.Reserve(id, TimeSpan.FromSeconds(1), At(id));
        }

        state.Release(1);
        Assert.Equal([0, 2], state.Slots.Select(slot => slot.Id));
    }

    private static Moment At(int seconds) => new(1, TimeSpan.FromSeconds(seconds).Ticks, TimeSpan.FromSeconds(seconds).Ticks);
}
