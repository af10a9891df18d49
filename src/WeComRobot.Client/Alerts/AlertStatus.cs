namespace WeComRobot.Alerts;

/// <summary>What became of a call about an alert.</summary>
public enum AlertStatus
{
    /// <summary>The group was told that it fires.</summary>
    Sent,

    /// <summary>It was only counted: the group was told a short time ago, or the robot's cap is reached.</summary>
    Suppressed,

    /// <summary>Its message waits in the outbox: for the end of the quiet hours, or because it could not be delivered.</summary>
    Deferred,

    /// <summary>The group was told that it is over.</summary>
    Resolved,

    /// <summary>It was to be resolved, but the group had not been told that it fires; nothing was sent.</summary>
    NotFiring,
}
