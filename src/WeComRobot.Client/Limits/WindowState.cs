using System;
using System.Collections.Generic;

namespace WeComRobot.Limits;

/// <summary>
/// When a window's last posts were completed, and when the next may leave (DESIGN, decision 6). The server accepted each
/// message at or before its stamp, so a post that leaves a whole window after the stamp of the one 20 before it can never
/// be the 21st of any server minute.
/// </summary>
internal sealed class WindowState(RateLimit limit)
{
    /// <summary>Covers timers that fire early and the drift of two clocks over one window.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(50);

    // An upload's 45009 closes the window from outside the turn
    private readonly object _gate = new();
    private readonly Queue<TimeSpan> _stamps = new();
    private RateLimit _limit = limit;
    private TimeSpan _closedUntil;

    /// <summary>The first moment at which another post may leave.</summary>
    public TimeSpan NextFree
    {
        get
        {
            lock (_gate)
            {
                var full = _stamps.Count < _limit.Messages ? TimeSpan.Zero : _stamps.Peek() + _limit.Window + Guard;
                return full > _closedUntil ? full : _closedUntil;
            }
        }
    }

    public void Stamp(TimeSpan now)
    {
        lock (_gate)
        {
            _stamps.Enqueue(now);
            DropOld();
        }
    }

    /// <summary>From now on, another limit.</summary>
    public void SetLimit(RateLimit limit)
    {
        lock (_gate)
        {
            _limit = limit;
            DropOld();
        }
    }

    /// <summary>The service says that the minute is full: others share this robot.</summary>
    public void Close(TimeSpan now)
    {
        lock (_gate)
        {
            _closedUntil = now + _limit.Window + Guard;
        }
    }

    private void DropOld()
    {
        while (_stamps.Count > _limit.Messages)
        {
            _stamps.Dequeue();
        }
    }
}
