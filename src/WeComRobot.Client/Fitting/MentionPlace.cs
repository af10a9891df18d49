namespace WeComRobot.Fitting;

/// <summary>Which parts of a split message carry its mentions.</summary>
public enum MentionPlace
{
    /// <summary>The first part.</summary>
    First,

    /// <summary>The last part.</summary>
    Last,

    /// <summary>Every part.</summary>
    All,
}
