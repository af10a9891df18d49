using System;
using WeComRobot.Delivery;
using WeComRobot.Outbox;

namespace WeComRobot.Alerts;

/// <summary>How the messages of an alert are delivered.</summary>
public sealed record AlertOptions
{
    /// <summary>Time-out, retries and observer.</summary>
    public DeliveryOptions Delivery { get; init; } = new();

    /// <summary>What happens to a message that cannot be delivered; only a registered robot has an outbox.</summary>
    public FailurePolicy OnFailure { get; init; }

    /// <summary>After how long a message that waits in the outbox is not news any more; null for never.</summary>
    public TimeSpan? ExpiresAfter { get; init; }
}
