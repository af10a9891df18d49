using System;

namespace WeComRobot.Delivery;

/// <summary>How one call delivers.</summary>
public sealed record DeliveryOptions
{
    /// <summary>100 seconds: 20 MiB over a slow line.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>How long one post may take, from its first byte to the end of the answer. Waiting for the window does not count.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Hears what happens; nobody where null.</summary>
    public IDeliveryObserver? Observer { get; init; }
}
