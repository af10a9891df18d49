using System;
using System.Collections.Concurrent;

namespace WeComRobot.Limits;

/// <summary>The windows of all keys that this process has used.</summary>
internal sealed class RateWindows(RateLimit limit, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, RateWindow> _byKey = new();

    /// <summary>The window of a key, named by its hash.</summary>
    /// <param name="keyHash">The hash.</param>
    /// <param name="ofRobot">The robot's own limit from now on; unchanged where null.</param>
    public RateWindow For(string keyHash, RateLimit? ofRobot = null)
    {
        var window = _byKey.GetOrAdd(keyHash, _ => new RateWindow(limit, time));
        if (ofRobot is not null)
        {
            window.SetLimit(ofRobot);
        }

        return window;
    }
}
