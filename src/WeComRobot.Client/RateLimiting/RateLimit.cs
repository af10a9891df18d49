using System;

namespace WeComRobot.RateLimiting;

/// <summary>The most messages that a robot takes within a time.</summary>
/// <param name="Messages">The number of messages.</param>
/// <param name="Window">The time within which no more may arrive.</param>
public sealed record RateLimit(int Messages, TimeSpan Window)
{
    /// <summary>The longest window that can be set, in seconds: an hour.</summary>
    public const double MaxWindowSeconds = 3600;

    /// <summary>The largest number of messages that can be set: each takes space in the state that processes share.</summary>
    public const int MaxMessages = 1000;

    /// <summary>20 a minute (service.md#rate-limit).</summary>
    public static RateLimit Official { get; } = new(20, TimeSpan.FromMinutes(1));

    /// <summary>Whether the values are in range: a file may contain any.</summary>
    internal bool IsPossible => Messages is > 0 and <= MaxMessages && Window > TimeSpan.Zero && Window.TotalSeconds <= MaxWindowSeconds;
}
