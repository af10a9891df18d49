namespace WeComRobot.Commands;

/// <summary>When a group is told how a command went.</summary>
public enum WatchTrigger
{
    /// <summary>When it fails, and when it succeeds again.</summary>
    Failure,

    /// <summary>Each time.</summary>
    Always,

    /// <summary>When it fails for the first time, and when it succeeds again.</summary>
    Change,
}
