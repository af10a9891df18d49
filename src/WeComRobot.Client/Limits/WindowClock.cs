using System;

namespace WeComRobot.Limits;

/// <summary>
/// Measures time between processes. On one machine by its monotonic clock, so that a step of the wall clock neither opens nor
/// shuts a window; it restarts with the machine and stops while that sleeps, which only makes a moment look later than it was.
/// Between machines by the wall clock.
/// </summary>
/// <param name="time">The clocks.</param>
/// <param name="machine">Whose monotonic clock that is.</param>
internal sealed class WindowClock(TimeProvider time, string machine)
{
    public WindowClock(TimeProvider time)
        : this(time, Environment.MachineName)
    {
    }

    public TimeProvider Time => time;

    public Moment Now => new(machine, time.GetElapsedTime(0).Ticks, time.GetUtcNow().UtcTicks);

    /// <summary>How long ago that was; null for a moment that has not come yet: a clock was set, or somebody wrote nonsense.</summary>
    public TimeSpan? Since(Moment moment)
    {
        var now = Now;
        return moment.Machine == machine && Between(moment.Ticks, now.Ticks) ? TimeSpan.FromTicks(now.Ticks - moment.Ticks)
            : Between(moment.Utc, now.Utc) ? TimeSpan.FromTicks(now.Utc - moment.Utc)
            : null;
    }

    private static bool Between(long moment, long now) => moment >= 0 && moment <= now;
}
