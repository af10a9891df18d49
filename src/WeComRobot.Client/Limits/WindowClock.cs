using System;

namespace WeComRobot.Limits;

/// <summary>The clock of rate windows.</summary>
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
}
