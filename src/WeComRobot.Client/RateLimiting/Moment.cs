using System;
using System.Text.Json.Serialization;

namespace WeComRobot.RateLimiting;

/// <summary>
/// A moment that other processes and other machines can read. On one machine the monotonic clock counts, so that a step of the wall
/// clock neither opens nor closes a window; that clock restarts with the machine and stops while it sleeps, which only makes a
/// moment look more recent than it is. Between machines the wall clock counts.
/// </summary>
/// <param name="Machine">Identifies the machine whose monotonic clock it is.</param>
/// <param name="Ticks">The machine's monotonic clock, in 100 ns, the same for all its processes.</param>
/// <param name="Utc">The wall clock, in 100 ns since year 1.</param>
internal readonly record struct Moment(long Machine, long Ticks, long Utc)
{
    /// <summary>Whether a calendar has it: it may come from a file that somebody has changed.</summary>
    [JsonIgnore]
    public bool IsPossible => Utc >= 0 && Utc <= DateTime.MaxValue.Ticks;

    /// <summary>How long ago another moment was; null if it is in the future: a clock was set, or the file is wrong.</summary>
    public TimeSpan? Since(Moment earlier) =>
        earlier.Machine == Machine && IsNotAfter(earlier.Ticks, Ticks) ? TimeSpan.FromTicks(Ticks - earlier.Ticks)
        : IsNotAfter(earlier.Utc, Utc) ? TimeSpan.FromTicks(Utc - earlier.Utc)
        : null;

    private static bool IsNotAfter(long moment, long now) => moment >= 0 && moment <= now;
}
