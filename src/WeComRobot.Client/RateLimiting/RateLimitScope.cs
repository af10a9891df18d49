namespace WeComRobot.RateLimiting;

/// <summary>The processes for which a rate limit is set.</summary>
public enum RateLimitScope
{
    /// <summary>For this process alone, in which it takes precedence over the machine's.</summary>
    Process,

    /// <summary>For all processes that share the state folder.</summary>
    Machine,

    /// <summary>For all machines that share a Redis server; each joins it with a connection string.</summary>
    Fleet,
}
