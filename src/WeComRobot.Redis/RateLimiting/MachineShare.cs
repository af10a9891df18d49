using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.RateLimiting;

namespace WeComRobot.Redis.RateLimiting;

/// <summary>
/// What a machine may send while it cannot see the others: its share of what is free, by what it saw last. Without it each machine would
/// send up to the whole limit, and the service would refuse most of it.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class MachineShare(TimeProvider time)
{
    // By then the probes of all machines have found that Redis is back
    private static readonly TimeSpan ReturnTime = TimeSpan.FromSeconds(5);

    private WindowView? _seen;
    private long _seenAt;
    private long _heldSince;
    private bool _isHeld;
    private TimeSpan _closed;
    private long _closedAt;

    /// <summary>Whether it still applies although Redis is back: others may not have told of their messages yet.</summary>
    public bool IsInForce => _isHeld && _seen is not null && time.GetElapsedTime(_heldSince) < _seen.Limit.Window + ReturnTime;

    /// <summary>The limit of this machine now, and how long until it changes by itself; null if it has never seen the fleet.</summary>
    public (RateLimit Limit, TimeSpan Until)? Now
    {
        get
        {
            if (_seen is not { } seen)
            {
                return null;
            }

            if (_closed - time.GetElapsedTime(_closedAt) is { Ticks: > 0 } closed)
            {
                return (seen.Limit with { Messages = 0 }, closed);
            }

            var (own, others) = (StillUsed(seen.Own), StillUsed(seen.Others));
            var free = seen.Limit.Messages - own.Length - others.Length;
            var atLeast = own.Length + others.Length == 0 ? 1 : 0;
            var share = own.Length + Math.Max(free / seen.Machines, atLeast);
            return (seen.Limit with { Messages = share }, own.Concat(others).DefaultIfEmpty().Min());
        }
    }

    /// <summary>What the fleet's window shows now. While the share is held, it shows too little: only that it is closed counts.</summary>
    public void Learn(WindowView view)
    {
        (_closed, _closedAt) = (view.Closed, time.GetTimestamp());
        if (!IsInForce)
        {
            (_seen, _seenAt, _isHeld) = (view, time.GetTimestamp(), false);
        }
    }

    /// <summary>Redis is back: a window later all machines are known again.</summary>
    public void Hold() => (_heldSince, _isHeld) = (time.GetTimestamp(), true);

    private TimeSpan[] StillUsed(IReadOnlyList<TimeSpan> slots)
    {
        var passed = time.GetElapsedTime(_seenAt);
        return [.. slots.Select(slot => slot - passed).Where(left => left > TimeSpan.Zero)];
    }
}
