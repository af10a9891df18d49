using System;
using System.Collections.Concurrent;

namespace WeComRobot.Limits;

/// <summary>The windows of all keys that this process has used.</summary>
internal sealed class RateWindows(RateLimit limit, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, RateWindow> _byKey = new();

    /// <summary>The window of a key, named by its hash.</summary>
    public RateWindow For(string keyHash) => _byKey.GetOrAdd(keyHash, _ => new RateWindow(limit, time));
}
