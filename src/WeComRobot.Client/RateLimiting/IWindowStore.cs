using System;

namespace WeComRobot.RateLimiting;

/// <summary>The steps of the rate window of one key, wherever its state is kept (architecture.md#rate-window). Each is taken while nobody else can.</summary>
internal interface IWindowStore
{
    /// <summary>For which processes it counts.</summary>
    RateLimitScope Scope { get; }

    /// <summary>The file or the server that they share; null for memory.</summary>
    string? Path { get; }

    /// <summary>Why the state cannot be used, or that it was damaged; null if all is well.</summary>
    string? Trouble { get; }

    /// <summary>Takes a slot if one is free and returns zero; otherwise returns the time until one is, if nobody else takes it.</summary>
    /// <param name="slot">Unique among all processes.</param>
    /// <param name="lease">The longest that the post can take.</param>
    /// <param name="limit">The limits to choose from.</param>
    TimeSpan TryReserve(long slot, TimeSpan lease, LimitChoice limit);

    /// <summary>The post is over, and its message may have arrived up to now.</summary>
    void Stamp(long slot, LimitChoice limit);

    /// <summary>Nothing was sent: the slot is free again.</summary>
    void Release(long slot);

    /// <summary>The service reports that the limit is reached: closes the window for everybody who shares it.</summary>
    void Close();

    /// <summary>What is used of the window.</summary>
    WindowUsage GetUsage(LimitChoice limit);

    /// <summary>Sets the robot's limit for all that share the state.</summary>
    void SetLimit(RateLimit limit);
}
