using System;

namespace WeComRobot.RateLimiting;

/// <summary>
/// A moment that other processes can read, and other machines. On one machine it is measured by the monotonic clock, so that a
/// step of the wall clock neither opens nor shuts a window; that clock restarts with the machine and stops while it sleeps,
/// which only makes a moment look later than it was. Between machines the wall clock counts.
/// </summary>
/// <param name="Machine">On whose clock.</param>
/// <param name="Ticks">The machine's monotonic clock, in 100 ns, the same for all its processes.</param>
/// <param name="Utc">The wall clock, in 100 ns since year 1.</param>
internal readonly record struct Moment(string? Machine, long Ticks, long Utc)
{
    /// <summary>How long ago an earlier one was; null for one that has not come yet: a clock was set, or somebody wrote nonsense.</summary>
    public TimeSpan? Since(Moment earlier) =>
        earlier.Machine == Machine && IsUpTo(earlier.Ticks, Ticks) ? TimeSpan.FromTicks(Ticks - earlier.Ticks)
        : IsUpTo(earlier.Utc, Utc) ? TimeSpan.FromTicks(Utc - earlier.Utc)
        : null;

    private static bool IsUpTo(long moment, long now) => moment >= 0 && moment <= now;
}
