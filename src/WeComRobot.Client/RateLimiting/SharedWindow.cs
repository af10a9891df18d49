using System;

namespace WeComRobot.RateLimiting;

/// <summary>The state of one key's window, under the limit that applies to it. All that share the state may change it at any time.</summary>
/// <param name="store">Where the state lives.</param>
/// <param name="defaultLimit">Finds the limit that applies unless one is set for this robot.</param>
/// <param name="clock">The clock.</param>
internal class SharedWindow(IWindowStore store, Func<RateLimit> defaultLimit, WindowClock clock)
{
    // Another process may release a slot early
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(1);

    private RateLimit? _processLimit;

    /// <summary>Where the state lives, and why it is not elsewhere.</summary>
    public IWindowStore Store => store;

    public WindowClock Clock => clock;

    /// <summary>The limit that the robot was registered with; null if it has none of its own.</summary>
    public RateLimit? Registered { get; set; }

    /// <summary>The limit, how many slots are in use, and how long until one is free.</summary>
    public (RateLimit Limit, int Used, TimeSpan Wait) GetUsage() => Change((state, limit) =>
        (limit, state.CountUsed(limit, clock.Now), state.TimeUntilFree(limit, clock.Now)));

    /// <summary>How long to pause before the state is asked again: one that is shared can change earlier.</summary>
    public TimeSpan GetPause(TimeSpan wait) =>
        !store.IsInMemory && wait > MaxPause ? MaxPause : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)); // timers count whole ones

    /// <summary>Sets the robot's limit from now on.</summary>
    public void SetLimit(RateLimit limit, RateLimitScope scope)
    {
        if (scope == RateLimitScope.Process)
        {
            _processLimit = limit;
        }
        else
        {
            // The later setting wins over what the process set before
            _processLimit = null;
            Change((state, _) => state.Limit = limit);
        }
    }

    /// <summary>The service answered 45009: closes the window for everybody who shares it.</summary>
    public void Close() => Change((state, _) => state.Closed = clock.Now);

    /// <summary>Changes the state, given the limit that applies.</summary>
    public T Change<T>(Func<WindowState, RateLimit, T> change)
    {
        // Before the state is held: this may read another file
        var limitOfAll = defaultLimit();
        return store.Change(state => change(state, _processLimit ?? Registered ?? state.Limit ?? limitOfAll));
    }
}
