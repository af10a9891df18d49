namespace WeComRobot.RateLimiting;

/// <summary>For whom a rate limit is set.</summary>
public enum RateLimitScope
{
    /// <summary>For this process alone, where it wins over the machine's.</summary>
    Process,

    /// <summary>For all processes that share the state folder.</summary>
    Machine,
}
