namespace WeComRobot.RateLimiting;

/// <summary>For whom a rate limit is set.</summary>
public enum RateLimitScope
{
    /// <summary>For this process alone, and before what the machine says.</summary>
    Process,

    /// <summary>For all processes that share the state folder.</summary>
    Machine,
}
