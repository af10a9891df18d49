using System;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The clock of rate windows.</summary>
/// <param name="time">The wall clock and the monotonic clock.</param>
/// <param name="machine">The machine whose monotonic clock that is.</param>
internal sealed class WindowClock(TimeProvider time, string machine)
{
    // Tells apart, on Linux, machines of one name, as containers have it, and the time before a restart from the time after it
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    public WindowClock(TimeProvider time)
        : this(time, $"{Environment.MachineName} {ReadBootId()}")
    {
    }

    public TimeProvider Time => time;

    public Moment Now => new(machine, time.GetElapsedTime(0).Ticks, time.GetUtcNow().UtcTicks);

    /// <summary>Empty on other systems, and if /proc is hidden, as in some containers: then the machine's name has to do.</summary>
    private static string ReadBootId()
    {
        try
        {
            return File.Exists(BootId) ? File.ReadAllText(BootId).Trim() : "";
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return "";
        }
    }
}
