using System;

namespace WeComRobot.Delivery;

/// <summary>How one call delivers.</summary>
public sealed record DeliveryOptions
{
    /// <summary>How long one post may take, from its first byte to the end of the answer. Waiting for the window does not count.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Hears what happens; nobody where null.</summary>
    public IDeliveryObserver? Observer { get; init; }
}
