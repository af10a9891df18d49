using System;
using WeComRobot.State;

namespace WeComRobot.Redis.RateLimiting;

/// <summary>
/// Tells the machines of a fleet apart. Processes that share a window's file are one machine; those of another user, or of a container
/// with the same name, are another.
/// </summary>
internal static class MachineIdentity
{
    private const int HashDigits = 8;

    // With the slot's id, a member of the window's set stays within the 64 bytes for which Redis has its compact form
    private const int MaxNameLength = 32;

    /// <summary>A hash and the machine's name, with a colon between them.</summary>
    /// <param name="path">The window's file; null if this process counts on its own.</param>
    public static string Of(string? path)
    {
        var hash = HexHash.Sha256($"{Environment.MachineName} {BootId.Read()} {path ?? Guid.NewGuid().ToString()}");
        var name = Environment.MachineName;
        return $"{hash.Substring(0, HashDigits)}:{(name.Length > MaxNameLength ? name.Substring(0, MaxNameLength) : name)}";
    }
}
