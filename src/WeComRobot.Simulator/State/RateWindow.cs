using System;
using System.Collections.Generic;

namespace WeComRobot.Simulator.State;

/// <summary>When a robot's latest messages were accepted; refused ones are never entered.</summary>
internal sealed class RateWindow(RateRule rule)
{
    private readonly Queue<DateTimeOffset> _accepted = new();

    public bool TryEnter(DateTimeOffset now)
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
