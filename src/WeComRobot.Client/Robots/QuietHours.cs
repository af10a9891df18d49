using System;

namespace WeComRobot.Robots;

/// <summary>Stub of the lead, replaced by track outbox.</summary>
public sealed class QuietHours
{
    /// <summary>Stub.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Stub.</summary>
    public DateTimeOffset? GetEnd(DateTimeOffset now) => End > now ? End : null;
}
