using System;

namespace WeComRobot.RateLimiting;

/// <summary>Where a window's state lives: memory, a file, or a place that a fleet shares.</summary>
internal interface IWindowStore
{
    /// <summary>The file it lives in; null for memory.</summary>
    string? Path { get; }

    /// <summary>Whether just now this process counts alone.</summary>
    bool IsInMemory { get; }

    /// <summary>Why the place cannot be used, or was found damaged; null while all is well.</summary>
    string? Trouble { get; }

    /// <summary>Changes the state while nobody else does; gives what the change gives.</summary>
    T Change<T>(Func<WindowState, T> change);
}
