using System;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The clock of rate windows.</summary>
/// <param name="time">The wall clock and the monotonic clock.</param>
/// <param name="machine">The machine whose monotonic clock that is.</param>
internal sealed class WindowClock(TimeProvider time, string machine)
{
    public WindowClock(TimeProvider time)
        : this(time, $"{Environment.MachineName} {BootId.Read()}")
    {
    }

    public TimeProvider Time => time;

    public Moment Now => new(machine, time.GetElapsedTime(0).Ticks, time.GetUtcNow().UtcTicks);
}
