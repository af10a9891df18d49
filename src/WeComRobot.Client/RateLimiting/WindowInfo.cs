using System;
using System.Collections.Generic;

namespace WeComRobot.RateLimiting;

/// <summary>How much of a robot's rate window is used and left.</summary>
public sealed record WindowInfo
{
    /// <summary>The robot, as host and fingerprint of its key.</summary>
    public string Robot { get; init; } = "";

    /// <summary>How many messages it takes within the window.</summary>
    public int Limit { get; init; }

    /// <summary>How long the window is.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>How many messages were sent within the window or are being sent, by all that share the state.</summary>
    public int Used { get; init; }

    /// <summary>How many may be sent at once; none while the service reports that the limit is reached.</summary>
    public int Left { get; init; }

    /// <summary>When the next message may be sent.</summary>
    public DateTimeOffset NextFree { get; init; }

    /// <summary>The processes that share the window now: a fleet's window is the machine's while Redis cannot be used.</summary>
    public RateLimitScope Scope { get; init; }

    /// <summary>The most messages about alerts in an hour; null for any number.</summary>
    public int? AlertsPerHour { get; init; }

    /// <summary>How many messages about alerts were sent in the hour that is counted.</summary>
    public int AlertsSent { get; init; }

    /// <summary>The file or the Redis server that they share; null if this process counts on its own.</summary>
    public string? StatePath { get; init; }

    /// <summary>The machines that use the window, with their numbers of messages; empty unless a fleet shares it.</summary>
    public IReadOnlyList<SlotHolder> Holders { get; init; } = [];

    /// <summary>Why the shared state is not used, or that it was damaged; null if all is well.</summary>
    public string? Trouble { get; init; }
}
