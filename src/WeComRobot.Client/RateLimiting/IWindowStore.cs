using System;

namespace WeComRobot.RateLimiting;

/// <summary>Where a window's state is kept: in memory, or in a file that processes share.</summary>
internal interface IWindowStore
{
    /// <summary>The file; null for memory.</summary>
    string? Path { get; }

    /// <summary>Whether the state is not shared now: this process counts on its own.</summary>
    bool IsInMemory { get; }

    /// <summary>Why the state cannot be used, or that it was damaged; null if all is well.</summary>
    string? Trouble { get; }

    /// <summary>Changes the state while nobody else can, and returns the result of the change.</summary>
    T Change<T>(Func<WindowState, T> change);
}
