using System;

namespace WeComRobot.RateLimiting;

/// <summary>The window of one key, with the limit that applies to it. All that share the state may change it at any time.</summary>
/// <param name="machine">Where this machine keeps its state.</param>
/// <param name="defaultLimit">Returns the limit that applies unless one is set for this robot.</param>
/// <param name="clock">The clock.</param>
internal class SharedWindow(LocalWindowStore machine, Func<RateLimit> defaultLimit, WindowClock clock)
{
    // Another process may release a slot early
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(1);

    private IWindowStore? _fleet;
    private RateLimit? _processLimit;

    /// <summary>Where the state is kept.</summary>
    public IWindowStore Store => _fleet ?? machine;

    /// <summary>Where this machine keeps its state.</summary>
    public LocalWindowStore Machine => machine;

    public WindowClock Clock => clock;

    /// <summary>The limit that the robot was registered with; null if it has none of its own.</summary>
    public RateLimit? RegisteredLimit { get; set; }

    private LimitChoice Limit => new(_processLimit ?? RegisteredLimit, defaultLimit());

    /// <summary>Shares the window with a fleet from now on.</summary>
    /// <param name="fleet">The fleet; null to share it with nobody else any more.</param>
    /// <param name="keyHash">The hash of the window's key.</param>
    public void Join(IFleetWindows? fleet, string keyHash) => _fleet = fleet?.Create(keyHash, machine);

    /// <summary>What is used of the window.</summary>
    public WindowUsage GetUsage() => Store.GetUsage(Limit);

    /// <summary>How long to pause before asking the state again: a shared one can change before the wait is over.</summary>
    public TimeSpan GetPause(TimeSpan wait) =>
        Store.Scope != RateLimitScope.Process && wait > MaxPause ? MaxPause : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)); // timers count whole milliseconds

    /// <summary>Sets the robot's limit.</summary>
    public void SetLimit(RateLimit limit, RateLimitScope scope)
    {
        if (scope == RateLimitScope.Machine)
        {
            machine.SetLimit(limit);
        }
        else if (scope == RateLimitScope.Fleet)
        {
            Store.SetLimit(limit);
        }

        // The later setting replaces what the process set before
        _processLimit = scope == RateLimitScope.Process ? limit : null;
    }

    /// <summary>The service answered 45009: closes the window for everybody who shares it.</summary>
    public void Close() => Store.Close();

    /// <summary>Takes a slot if one is free and returns zero; otherwise returns the time until one is.</summary>
    public TimeSpan TryReserve(long slot, TimeSpan lease) => Store.TryReserve(slot, lease, Limit);

    /// <summary>The post is over, and its message may have arrived up to now.</summary>
    public void Stamp(long slot) => Store.Stamp(slot, Limit);

    /// <summary>Nothing was sent: the slot is free again.</summary>
    public void Release(long slot) => Store.Release(slot);
}
