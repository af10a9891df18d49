using System;
using System.IO;

namespace WeComRobot.Limits;

/// <summary>The clock of rate windows.</summary>
/// <param name="time">The clocks.</param>
/// <param name="machine">Whose monotonic clock that is.</param>
internal sealed class WindowClock(TimeProvider time, string machine)
{
    // Linux tells machines of one name, as containers' hosts, apart, and before a restart from after it
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    public WindowClock(TimeProvider time)
        : this(time, Environment.MachineName + (File.Exists(BootId) ? " " + File.ReadAllText(BootId).Substring(0, 8) : ""))
    {
    }

    public TimeProvider Time => time;

    public Moment Now => new(machine, time.GetElapsedTime(0).Ticks, time.GetUtcNow().UtcTicks);
}
