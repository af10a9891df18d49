using System;

namespace WeComRobot.RateLimiting;

/// <summary>What is used and left of a robot's rate window.</summary>
public sealed record WindowInfo
{
    /// <summary>The robot, as host and fingerprint of its key.</summary>
    public string Robot { get; init; } = "";

    /// <summary>How many messages it takes within the window.</summary>
    public int Limit { get; init; }

    /// <summary>How long the window is.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>How many of them are sent or on their way, by all that share the state.</summary>
    public int Used { get; init; }

    /// <summary>How many may leave at once; none while the service says that the minute is full.</summary>
    public int Left { get; init; }

    /// <summary>When the next message may leave.</summary>
    public DateTimeOffset NextFree { get; init; }

    /// <summary>The file that all processes share; null if this process counts alone.</summary>
    public string? StatePath { get; init; }

    /// <summary>Why the file is not used, or that it was damaged; null if all is well.</summary>
    public string? Trouble { get; init; }
}
