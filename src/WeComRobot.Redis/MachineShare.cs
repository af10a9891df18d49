using System;
using WeComRobot.RateLimiting;

namespace WeComRobot.Redis;

/// <summary>
/// What a machine takes of a robot's limit while it cannot see the others: its share, by the number of machines that it saw last. Without
/// it each of them would send up to the whole limit, and the service would refuse most of it.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class MachineShare(TimeProvider time)
{
    private RateLimit? _share;
    private long _heldSince;
    private TimeSpan _heldFor;

    /// <summary>Whether it still applies although Redis is back: others may not have told of their messages yet.</summary>
    public bool IsInForce => _heldFor > TimeSpan.Zero && time.GetElapsedTime(_heldSince) < _heldFor;

    /// <summary>What the fleet's window said last.</summary>
    public void Learn(RateLimit limit, int machines) =>
        _share = limit with { Messages = Math.Max(1, limit.Messages / Math.Max(1, machines)) };

    /// <summary>Redis is back: by the end of a window all machines are.</summary>
    public void HoldForAWindow() => (_heldSince, _heldFor) = (time.GetTimestamp(), _share?.Window ?? TimeSpan.Zero);

    /// <summary>The share; the whole limit if the fleet was never seen.</summary>
    public LimitChoice Of(LimitChoice limit) => _share is null ? limit : limit with { Own = _share };
}
