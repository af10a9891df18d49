using System;

namespace WeComRobot.RateLimiting;

/// <summary>The state of one key's window, with the limit that applies to it. All that share the state may change it at any time.</summary>
/// <param name="store">Where the state is kept.</param>
/// <param name="defaultLimit">Returns the limit that applies unless one is set for this robot.</param>
/// <param name="clock">The clock.</param>
internal class SharedWindow(IWindowStore store, Func<RateLimit> defaultLimit, WindowClock clock)
{
    // Another process may release a slot early
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(1);

    private RateLimit? _processLimit;

    /// <summary>Where the state is kept.</summary>
    public IWindowStore Store => store;

    public WindowClock Clock => clock;

    /// <summary>The limit that the robot was registered with; null if it has none of its own.</summary>
    public RateLimit? RegisteredLimit { get; set; }

    /// <summary>The limit, how many slots are in use, and how long until one is free.</summary>
    public (RateLimit Limit, int Used, TimeSpan Wait) GetUsage() => Change((state, limit) =>
        (limit, state.CountUsed(limit, clock.Now), state.TimeUntilFree(limit, clock.Now)));

    /// <summary>How long to pause before asking the state again: a shared one can change before the wait is over.</summary>
    public TimeSpan GetPause(TimeSpan wait) =>
        !store.IsInMemory && wait > MaxPause ? MaxPause : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)); // timers count whole milliseconds

    /// <summary>Sets the robot's limit.</summary>
    public void SetLimit(RateLimit limit, RateLimitScope scope)
    {
        if (scope == RateLimitScope.Process)
        {
            _processLimit = limit;
        }
        else
        {
            // The later setting replaces what the process set before
            _processLimit = null;
            Change((state, _) => state.Limit = limit);
        }
    }

    /// <summary>The service answered 45009: closes the window for everybody who shares it.</summary>
    public void Close() => Change((state, _) => state.Closed = clock.Now);

    /// <summary>Changes the state, given the limit that applies.</summary>
    public T Change<T>(Func<WindowState, RateLimit, T> change)
    {
        // This may read another file, so it is done before the state is locked
        var limitOfAll = defaultLimit();
        return store.Change(state => change(state, _processLimit ?? RegisteredLimit ?? state.Limit ?? limitOfAll));
    }
}
