using System;

namespace WeComRobot.RateLimiting;

/// <summary>The state of one process.</summary>
internal sealed class MemoryWindowStore : IWindowStore
{
    private readonly WindowState _state = new();

    public string? Path => null;

    public bool IsInMemory => true;

    public string? Trouble => null;

    public T Change<T>(Func<WindowState, T> change)
    {
        lock (_state)
        {
            return change(_state);
        }
    }
}
