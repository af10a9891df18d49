using System;

namespace WeComRobot.RateLimiting;

/// <summary>Keeps a window's state for this process alone.</summary>
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
