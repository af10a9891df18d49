using System;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The clock of rate windows.</summary>
/// <param name="time">The clocks.</param>
/// <param name="machine">Whose monotonic clock that is.</param>
internal sealed class WindowClock(TimeProvider time, string machine)
{
    // Linux tells machines of one name, as containers' hosts, apart, and before a restart from after it
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    public WindowClock(TimeProvider time)
        : this(time, $"{Environment.MachineName} {ReadBoot()}")
    {
    }

    public TimeProvider Time => time;

    public Moment Now => new(machine, time.GetElapsedTime(0).Ticks, time.GetUtcNow().UtcTicks);

    /// <summary>Empty on other systems, and where /proc is hidden, as in some containers: the name serves alone then.</summary>
    private static string ReadBoot()
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
