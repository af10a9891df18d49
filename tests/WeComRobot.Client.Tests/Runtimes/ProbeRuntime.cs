namespace WeComRobot.Client.Tests.Runtimes;

/// <summary>A runtime that users have and the tests themselves do not run on.</summary>
public enum ProbeRuntime
{
    /// <summary>Runs the net472 build, in place of .NET Framework.</summary>
    Mono,

    /// <summary>Runs the net8.0 build, as PowerShell 7.4 does.</summary>
    Net8,
}
