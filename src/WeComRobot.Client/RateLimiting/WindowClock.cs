using System;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The clock of rate windows.</summary>
/// <param name="time">The wall clock and the monotonic clock.</param>
/// <param name="machine">The machine whose monotonic clock that is.</param>
internal sealed class WindowClock(TimeProvider time, string machine)
{
    private readonly long _machine = Convert.ToInt64(HexHash.Sha256(machine).Substring(0, 16), 16);

    public WindowClock(TimeProvider time)
        : this(time, $"{Environment.MachineName} {BootId.Read()}")
    {
    }

    public TimeProvider Time => time;

    public Moment Now => new(_machine, time.GetElapsedTime(0).Ticks, time.GetUtcNow().UtcTicks);
}
