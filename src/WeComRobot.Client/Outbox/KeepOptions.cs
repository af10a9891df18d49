using System;

namespace WeComRobot.Outbox;

/// <summary>When the outbox delivers a message.</summary>
internal sealed record KeepOptions
{
    /// <summary>The moment before which it is not delivered; null if it may go at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How long it is worth delivering; null if always.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>Is told the id before the message is in the outbox: whoever keeps it elsewhere knows of it whenever it is there.</summary>
    public Action<string>? Writing { get; init; }

    /// <summary>The id of the message without which it makes no sense: if that is set aside, so is this one. Null for none.</summary>
    public string? Follows { get; init; }

    /// <summary>The key of the alert that it is about; null for none.</summary>
    public string? Alert { get; init; }
}
