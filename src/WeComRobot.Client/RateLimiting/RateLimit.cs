using System;

namespace WeComRobot.RateLimiting;

/// <summary>How many messages a robot takes in how long a time.</summary>
/// <param name="Messages">The number of messages.</param>
/// <param name="Window">The time in which no more than that many may arrive.</param>
public sealed record RateLimit(int Messages, TimeSpan Window)
{
    /// <summary>The longest window that can be set, in seconds: an hour.</summary>
    public const double MaxWindowSeconds = 3600;

    /// <summary>The most messages a window that can be set: each takes space in the state that processes share.</summary>
    public const int MaxMessages = 1000;

    /// <summary>20 a minute (service.md#rate-limit).</summary>
    public static RateLimit Official { get; } = new(20, TimeSpan.FromMinutes(1));

    /// <summary>Whether the numbers make sense: a file may hold any.</summary>
    internal bool IsPossible => Messages is > 0 and <= MaxMessages && Window > TimeSpan.Zero && Window.TotalSeconds <= MaxWindowSeconds;
}
