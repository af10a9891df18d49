namespace WeComRobot.Outbox;

/// <summary>What happens to a message that could not be delivered.</summary>
public enum FailurePolicy
{
    /// <summary>An error, with the message as its target.</summary>
    Error,

    /// <summary>A warning, and the message stays in the outbox.</summary>
    Outbox,
}
