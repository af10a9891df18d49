using System;

namespace WeComRobot.Outbox;

/// <summary>When the outbox delivers a message.</summary>
internal sealed record KeepOptions
{
    /// <summary>The moment before which it is not delivered; null if it may go at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How long it is worth delivering; null if always.</summary>
    public TimeSpan? ExpiresAfter { get; init; }
}
