using System;

namespace WeComRobot.RateLimiting;

/// <summary>Keeps a window's state for this process alone.</summary>
/// <param name="clock">The clock.</param>
internal sealed class MemoryWindowStore(WindowClock clock) : LocalWindowStore(clock)
{
    private readonly WindowState _state = new();

    public override RateLimitScope Scope => RateLimitScope.Process;

    public override string? Path => null;

    public override string? Trouble => null;

    public override RateLimit? StoredLimit => _state.Limit;

    protected override T Change<T>(Func<WindowState, T> change)
    {
        lock (_state)
        {
            return change(_state);
        }
    }
}
