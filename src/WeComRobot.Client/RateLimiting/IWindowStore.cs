using System;

namespace WeComRobot.RateLimiting;

/// <summary>Where a window's state lives: memory, a file, or a place that a fleet shares.</summary>
internal interface IWindowStore
{
    /// <summary>The file that holds it; null for memory.</summary>
    string? Path { get; }

    /// <summary>Whether this process counts alone now.</summary>
    bool IsInMemory { get; }

    /// <summary>Why the state cannot be used, or that it was damaged; null if all is well.</summary>
    string? Trouble { get; }

    /// <summary>Changes the state while nobody else can, and returns the result of the change.</summary>
    T Change<T>(Func<WindowState, T> change);
}
