using System;
using System.IO;

namespace WeComRobot.State;

/// <summary>
/// The id that Linux gives to each start of a machine. It distinguishes machines with the same name, such as containers, and the time
/// before a restart from the time after it.
/// </summary>
internal static class BootId
{
    private const string FilePath = "/proc/sys/kernel/random/boot_id";

    /// <summary>Reads the id; empty on other systems, and if /proc is hidden, as in some containers.</summary>
    public static string Read()
    {
        try
        {
            return File.Exists(FilePath) ? File.ReadAllText(FilePath).Trim() : "";
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return "";
        }
    }
}
