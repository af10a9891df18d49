using System;

namespace WeComRobot.Alerts;

/// <summary>An alert that is not over.</summary>
public sealed record FiringAlert
{
    /// <summary>The robot: its name, or host and fingerprint of its key.</summary>
    public string Robot { get; init; } = "";

    /// <summary>What makes two alerts of the robot the same.</summary>
    public string Key { get; init; } = "";

    /// <summary>The title of the last call.</summary>
    public string Title { get; init; } = "";

    /// <summary>The severity of the last call.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>When it fired first.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How often it has fired since then, told or not.</summary>
    public int Count { get; init; }

    /// <summary>When the group was last told; null if it was not.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>From when on the group is told again; null if that is at the next call, or never.</summary>
    public DateTimeOffset? Next { get; init; }
}
