using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.State;

/// <summary>The times at which the latest messages of a robot were accepted. Refused messages do not count.</summary>
internal sealed class RateWindow(RateRule rule)
{
    private readonly Queue<DateTimeOffset> _accepted = new();

    /// <returns>False when the window is full.</returns>
    public bool TryAdd(DateTimeOffset now)
    {
        RemoveExpired(now);
        if (_accepted.Count >= rule.Messages)
        {
            return false;
        }

        _accepted.Enqueue(now);
        return true;
    }

    /// <summary>When each place that is taken becomes free, earliest first.</summary>
    public IReadOnlyList<DateTimeOffset> GetPlacesFree(DateTimeOffset now)
    {
        RemoveExpired(now);
        return [.. _accepted.Select(accepted => accepted + rule.Window)];
    }

    public void Clear() => _accepted.Clear();

    private void RemoveExpired(DateTimeOffset now)
    {
        while (_accepted.TryPeek(out var oldest) && now - oldest >= rule.Window)
        {
            _accepted.Dequeue();
        }
    }
}
