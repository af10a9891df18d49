using System;

namespace WeComRobot.Alerts;

/// <summary>What became of a call about an alert.</summary>
public sealed record AlertReceipt
{
    /// <summary>The robot: its name, or host and fingerprint of its key.</summary>
    public string Robot { get; init; } = "";

    /// <summary>What makes two alerts of the robot the same.</summary>
    public string Key { get; init; } = "";

    /// <summary>The severity of this call; of an end, the one that the group was told of.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>Whether the group was told.</summary>
    public AlertStatus Status { get; init; }

    /// <summary>When it fired first; null if it was not firing.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How often it has fired since then.</summary>
    public int Count { get; init; }

    /// <summary>From when on the group is told again; null if that is at the next call, or never.</summary>
    public DateTimeOffset? Next { get; init; }
}
