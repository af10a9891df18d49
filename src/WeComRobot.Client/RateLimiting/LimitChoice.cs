namespace WeComRobot.RateLimiting;

/// <summary>The limits among which a window chooses: its own, else the one kept with its state, else that of all robots.</summary>
/// <param name="Own">The robot's limit in this process; null if it has none.</param>
/// <param name="OfAll">The limit of robots that have none of their own.</param>
internal readonly record struct LimitChoice(RateLimit? Own, RateLimit OfAll)
{
    /// <summary>The limit that applies.</summary>
    /// <param name="stored">The robot's limit in the shared state; null if it has none.</param>
    public RateLimit For(RateLimit? stored) => Own ?? stored ?? OfAll;
}
