using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.RateLimiting;

/// <summary>
/// When a window's last posts were completed, and which are in progress (architecture.md#rate-window). The service accepted each message
/// at or before its stamp, so a post that leaves a whole window after the stamp of the one 20 posts before it can never be the 21st in
/// any minute of the service.
/// </summary>
internal sealed class WindowState
{
    /// <summary>A process that died while it posted keeps its slot no longer than this, whatever lease it asked for.</summary>
    public static readonly TimeSpan MaxLease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan MaxEarly = TimeSpan.FromMilliseconds(20);

    // Slots are kept even when they have expired: another process may count by a longer window, the official one
    private static readonly int MaxSlots = RateLimit.Official.Messages;

    /// <summary>The slots in use, and those that expired recently, in the order in which they were reserved or stamped.</summary>
    public List<Slot> Slots { get; init; } = [];

    /// <summary>When the service reported that the limit is reached.</summary>
    public Moment? Closed { get; set; }

    /// <summary>The robot's limit for all processes of this machine.</summary>
    public RateLimit? Limit { get; set; }

    /// <summary>
    /// Covers timers that fire early (a tick of Windows' clock) and the drift of two clocks over a window. It is about as long as a window
    /// of less than a tick, which only tests have.
    /// </summary>
    public static TimeSpan Guard(RateLimit limit) => TimeSpan.FromTicks(Math.Min(MaxEarly.Ticks, limit.Window.Ticks) + (limit.Window.Ticks / 2000));

    /// <summary>How many slots are in use.</summary>
    public int CountUsed(RateLimit limit, Moment now)
    {
        var (used, span) = (0, GetSpan(limit));
        foreach (var slot in Slots)
        {
            used += TimeLeft(slot, span, now) > TimeSpan.Zero ? 1 : 0;
        }

        return used;
    }

    /// <summary>How long until a slot is free, if nobody else takes it; zero if one is free now.</summary>
    public TimeSpan TimeUntilFree(RateLimit limit, Moment now)
    {
        var span = GetSpan(limit);
        var isFree = Slots.Count < limit.Messages || CountUsed(limit, now) < limit.Messages;
        var full = isFree ? TimeSpan.Zero : TimeUntilFewer(limit.Messages, span, now);
        var closed = Closed is { } since ? TimeLeft(new(0, since, 0), span, now) : TimeSpan.Zero;
        return full > closed ? full : closed;
    }

    /// <summary>Takes a slot for a post that ends within the lease.</summary>
    public void Reserve(long id, TimeSpan lease, Moment now) =>
        Slots.Add(new(id, now, (lease < MaxLease ? lease : MaxLease).Ticks));

    /// <summary>The post is over, and its message may have arrived up to now.</summary>
    public void Stamp(long id, RateLimit limit, Moment now)
    {
        Release(id);
        Slots.Add(new(id, now, 0));
        RemoveExpired(limit, now);
    }

    /// <summary>Nothing was sent: the slot is free again.</summary>
    public void Release(long id)
    {
        if (Slots.FindLastIndex(slot => slot.Id == id) is var index and >= 0)
        {
            Slots.RemoveAt(index);
        }
    }

    /// <summary>Adds what happened in another state while this one could not be used.</summary>
    public void MergeFrom(WindowState other)
    {
        var known = new HashSet<long>(Slots.Select(slot => slot.Id));
        Slots.AddRange(other.Slots.Where(slot => slot.Lease == 0 && !known.Contains(slot.Id)));
        Closed = other.Closed is { } closed && Closed?.Since(closed) is null ? closed : Closed;
    }

    /// <summary>Replaces impossible values. A moment in the future becomes now: it must neither close the window for long nor be ignored.</summary>
    public void Sanitize(Moment now)
    {
        for (var i = 0; i < Slots.Count; i++)
        {
            var slot = Slots[i];
            if (now.Since(slot.Since) is null || slot.Lease < 0 || slot.Lease > MaxLease.Ticks)
            {
                Slots[i] = slot with
                {
                    Since = now.Since(slot.Since) is null ? now : slot.Since,
                    Lease = Math.Min(Math.Max(slot.Lease, 0), MaxLease.Ticks),
                };
            }
        }

        Closed = Closed is { } closed && now.Since(closed) is null ? now : Closed;
        Limit = Limit is { IsPossible: true } ? Limit : null;
    }

    /// <summary>How long until fewer than this many slots are in use.</summary>
    private TimeSpan TimeUntilFewer(int slots, TimeSpan span, Moment now) =>
        Slots.Select(slot => TimeLeft(slot, span, now)).OrderByDescending(left => left).ElementAt(slots - 1);

    /// <summary>How long a stamped slot is in use.</summary>
    private static TimeSpan GetSpan(RateLimit limit) => limit.Window + Guard(limit);

    private static TimeSpan TimeLeft(Slot slot, TimeSpan span, Moment now) =>
        span + TimeSpan.FromTicks(slot.Lease) - now.Since(slot.Since) ?? TimeSpan.Zero;

    private void RemoveExpired(RateLimit limit, Moment now)
    {
        var span = GetSpan(limit);
        var longest = GetSpan(limit.Window > RateLimit.Official.Window ? limit : RateLimit.Official);
        var surplus = Slots.Count - MaxSlots;
        Slots.RemoveAll(slot =>
        {
            var isGone = TimeLeft(slot, surplus > 0 ? span : longest, now) <= TimeSpan.Zero;
            surplus -= isGone ? 1 : 0;
            return isGone;
        });
    }
}

/// <summary>One message's place in a window.</summary>
/// <param name="Id">Unique among all processes.</param>
/// <param name="Since">When it was reserved, or stamped.</param>
/// <param name="Lease">How long its post may still take, in 100 ns; 0 once it is stamped.</param>
internal readonly record struct Slot(long Id, Moment Since, long Lease);
