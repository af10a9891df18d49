using System;
using System.Diagnostics;

namespace WeComRobot.Tests.Support;

/// <summary>Stops processes and lets them go on, as a machine does that sleeps or is swapped out.</summary>
public static class ProcessControl
{
    /// <summary>SIGSTOP: it does nothing until it is resumed, but keeps its connections.</summary>
    public static void Pause(this Process process) => process.Send("STOP");

    /// <summary>SIGCONT: it goes on.</summary>
    public static void Resume(this Process process) => process.Send("CONT");

    // The shell knows the number that a signal has on this system
    private static void Send(this Process process, string signal)
    {
        if (!Tool.Succeeds("sh", "-c", $"kill -{signal} {process.Id}"))
        {
            throw new InvalidOperationException($"The process {process.Id} has ended.");
        }
    }
}
