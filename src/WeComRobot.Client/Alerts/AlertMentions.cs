using System.Collections.Generic;

namespace WeComRobot.Alerts;

/// <summary>Whom an alert mentions.</summary>
public sealed record AlertMentions
{
    /// <summary>User ids; null for none.</summary>
    public IReadOnlyList<string>? Users { get; init; }

    /// <summary>Mobile numbers, in text only; null for none.</summary>
    public IReadOnlyList<string>? Mobiles { get; init; }

    /// <summary>Whether everybody in the group is mentioned, in text only.</summary>
    public bool Everybody { get; init; }

    /// <summary>From which severity on they are mentioned. An end mentions nobody.</summary>
    public AlertSeverity From { get; init; } = AlertSeverity.Critical;
}
