using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Limits;

/// <summary>
/// When a window's last posts were completed, and which are on their way (DESIGN, decision 6). The server accepted each
/// message at or before its stamp, so a post that leaves a whole window after the stamp of the one 20 before it can never
/// be the 21st of any server minute.
/// </summary>
internal sealed class WindowState
{
    /// <summary>A process that died while it posted keeps its slot no longer than this, whatever it had announced.</summary>
    public static readonly TimeSpan MaxLease = TimeSpan.FromMinutes(2);

    // Other processes may count by a longer window than this one
    private const int MaxSlots = 100;

    /// <summary>The slots in use, and those just past.</summary>
    public List<Slot> Slots { get; init; } = [];

    /// <summary>When the service said that the minute is full.</summary>
    public Moment? Closed { get; set; }

    /// <summary>The robot's limit for all processes of this machine.</summary>
    public RateLimit? Limit { get; set; }

    /// <summary>Covers timers that fire early (a tick of Windows' clock) and the drift of two clocks over a window.</summary>
    public static TimeSpan Guard(RateLimit limit) => TimeSpan.FromMilliseconds(20) + TimeSpan.FromTicks(limit.Window.Ticks / 2000);

    /// <summary>How many slots are in use.</summary>
    public int Used(RateLimit limit, WindowClock clock) => Busy(limit, clock).Count();

    /// <summary>How long until a slot is free, if nobody else takes it; zero where one is.</summary>
    public TimeSpan Wait(RateLimit limit, WindowClock clock)
    {
        var busy = Busy(limit, clock).OrderBy(left => left).ToArray();
        var full = busy.Length < limit.Messages ? TimeSpan.Zero : busy[busy.Length - limit.Messages];
        var closed = Closed is { } since ? Left(new("", since, 0), limit, clock) : TimeSpan.Zero;
        return full > closed ? full : closed;
    }

    /// <summary>Takes a slot for a post that ends, one way or the other, within the lease.</summary>
    public void Reserve(string id, TimeSpan lease, WindowClock clock) =>
        Slots.Add(new(id, clock.Now, (lease < MaxLease ? lease : MaxLease).Ticks));

    /// <summary>The post is over, and its message may have arrived up to now.</summary>
    public void Stamp(string id, RateLimit limit, WindowClock clock)
    {
        Release(id);
        Slots.Add(new(id, clock.Now, 0));
        DropOld(limit, clock);
    }

    /// <summary>Nothing was sent: the slot is free again.</summary>
    public void Release(string id) => Slots.RemoveAll(slot => slot.Id == id);

    /// <summary>Takes in what happened while this state was out of reach.</summary>
    public void Absorb(WindowState other)
    {
        var known = new HashSet<string>(Slots.Select(slot => slot.Id));
        Slots.AddRange(other.Slots.Where(slot => slot.Lease == 0 && !known.Contains(slot.Id)));
        Closed = other.Closed ?? Closed;
    }

    /// <summary>What cannot be, as a moment to come, happened just now: a window must neither stay shut for it nor ignore it.</summary>
    public void Mend(WindowClock clock)
    {
        for (var i = 0; i < Slots.Count; i++)
        {
            var slot = Slots[i];
            Slots[i] = slot with
            {
                Since = clock.Since(slot.Since) is null ? clock.Now : slot.Since,
                Lease = Math.Min(Math.Max(slot.Lease, 0), MaxLease.Ticks),
            };
        }

        Closed = Closed is { } closed && clock.Since(closed) is null ? clock.Now : Closed;
        Limit = Limit is { IsPossible: true } ? Limit : null;
    }

    private static TimeSpan Left(Slot slot, RateLimit limit, WindowClock clock) =>
        limit.Window + Guard(limit) + TimeSpan.FromTicks(slot.Lease) - clock.Since(slot.Since) ?? TimeSpan.Zero;

    private IEnumerable<TimeSpan> Busy(RateLimit limit, WindowClock clock) =>
        Slots.Select(slot => Left(slot, limit, clock)).Where(left => left > TimeSpan.Zero);

    private void DropOld(RateLimit limit, WindowClock clock)
    {
        var longest = limit.Window > RateLimit.Official.Window ? limit : RateLimit.Official;
        Slots.RemoveAll(slot => Left(slot, longest, clock) <= TimeSpan.Zero);
        if (Slots.Count > MaxSlots)
        {
            var past = Slots.Where(slot => Left(slot, limit, clock) <= TimeSpan.Zero).Take(Slots.Count - MaxSlots).ToArray();
            Slots.RemoveAll(past.Contains);
        }
    }
}

/// <summary>One message's place in a window.</summary>
/// <param name="Id">Names it among all processes.</param>
/// <param name="Since">When it was reserved, or stamped.</param>
/// <param name="Lease">How long its post may still take, in 100 ns; 0 once it is stamped.</param>
internal readonly record struct Slot(string Id, Moment Since, long Lease);
