namespace WeComRobot.Outbox;

/// <summary>What is known of a message in the outbox.</summary>
public enum OutboxState
{
    /// <summary>It was not delivered, and waits for Send-WeComOutbox.</summary>
    Pending,

    /// <summary>A process holds it.</summary>
    Sending,

    /// <summary>It, or an earlier part of the same message, may have arrived. It is set aside until the user sends or clears it.</summary>
    Unknown,

    /// <summary>The service refused it or an earlier part of the same message, or its file breaks a rule. It is set aside.</summary>
    Refused,

    /// <summary>Its file cannot be read.</summary>
    Damaged,

    /// <summary>It was not delivered in time, and is no news any more. It is set aside until the user sends or clears it.</summary>
    Expired,
}
