using System;
using System.Collections.Generic;

namespace WeComRobot.Simulator.State;

/// <summary>The times at which the latest messages of a robot were accepted. Refused messages do not count.</summary>
internal sealed class RateWindow(RateRule rule)
{
    private readonly Queue<DateTimeOffset> _accepted = new();

    /// <returns>False when the window is full.</returns>
    public bool TryAdd(DateTimeOffset now)
    {
        while (_accepted.TryPeek(out var oldest) && now - oldest >= rule.Window)
        {
            _accepted.Dequeue();
        }

        if (_accepted.Count >= rule.Messages)
        {
            return false;
        }

        _accepted.Enqueue(now);
        return true;
    }

    public void Clear() => _accepted.Clear();
}
