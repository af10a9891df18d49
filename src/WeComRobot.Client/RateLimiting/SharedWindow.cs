using System;

namespace WeComRobot.RateLimiting;

/// <summary>The state of one key's window, under the limit that applies to it. All that share the state may change it at any time.</summary>
/// <param name="store">Where the state lives.</param>
/// <param name="general">The limit where nobody has set one for this robot.</param>
/// <param name="clock">The clock.</param>
internal class SharedWindow(IWindowStore store, Func<RateLimit> general, WindowClock clock)
{
    // Others may give a slot back before its time
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private RateLimit? _ofProcess;

    /// <summary>Where the state lives, and why not elsewhere.</summary>
    public IWindowStore Store => store;

    public WindowClock Clock => clock;

    /// <summary>The limit that the robot was registered with; null if it has none of its own.</summary>
    public RateLimit? Registered { get; set; }

    /// <summary>Its limit, how many slots are in use, and how long until one is free.</summary>
    public (RateLimit Limit, int Used, TimeSpan Wait) Look() => Change((state, limit) =>
        (limit, state.Used(limit, clock.Now), state.Wait(limit, clock.Now)));

    /// <summary>How long to wait before looking again: a state that others share can change before its time.</summary>
    public TimeSpan Pause(TimeSpan wait) =>
        !store.IsInMemory && wait > LookAgain ? LookAgain : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)); // timers count whole ones

    /// <summary>From now on, another limit of this robot.</summary>
    public void SetLimit(RateLimit limit, RateLimitScope scope)
    {
        if (scope == RateLimitScope.Process)
        {
            _ofProcess = limit;
        }
        else
        {
            // A limit that the process has set before must not outlive a later word
            _ofProcess = null;
            Change((state, _) => state.Limit = limit);
        }
    }

    /// <summary>The service answered 45009: shut for everybody who shares the window.</summary>
    public void Close() => Change((state, _) => state.Closed = clock.Now);

    /// <summary>Changes the state under the limit that counts.</summary>
    public T Change<T>(Func<WindowState, RateLimit, T> change)
    {
        // Found before the state is held, for it may stand in another file
        var ofAll = general();
        return store.Change(state => change(state, _ofProcess ?? Registered ?? state.Limit ?? ofAll));
    }
}
