using System;
using System.Collections.Generic;
using WeComRobot.RateLimiting;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.RateLimiting;

/// <summary>
/// A window that the machines of a fleet share: each step is a script, and only Redis's clock counts (architecture.md#fleet). This
/// machine's window records the same slots, and takes the place of the fleet's while Redis is away.
/// </summary>
/// <param name="link">The connection.</param>
/// <param name="keyHash">The hash of the key.</param>
/// <param name="machine">This machine's window.</param>
internal sealed class RedisWindowStore(RedisLink link, string keyHash, LocalWindowStore machine) : IWindowStore
{
    private readonly WindowScripts _scripts = new(link, keyHash, MachineIdentity.Of(machine.Path));
    private readonly MachineShare _share = new(link.Time);
    private readonly List<long> _lost = [];
    private int? _joinedReturn;
    private WaitBudget? _stamped;

    public RateLimitScope Scope => link.Trouble is null ? RateLimitScope.Fleet : machine.Scope;

    public string? Path => link.Trouble is null ? link.Name : machine.Path;

    public string? Trouble => link.Trouble is { } trouble ? Strings.Trouble.With(link.Name, trouble) : machine.Trouble;

    public TimeSpan TryReserve(long slot, TimeSpan lease, LimitChoice limit)
    {
        RenewForNextPart();
        Join(limit);
        if (!IsOnItsOwn)
        {
            return TryReserveInFleet(slot, lease, limit) is { } answer ? Record(slot, lease, answer) : TryReserve(slot, lease, limit);
        }

        var wait = TryReserveShare(slot, lease, limit);
        if (wait == TimeSpan.Zero && TryReserveInFleet(slot, lease, limit) is { Ticks: > 0 } closed)
        {
            machine.Release(slot);
            return closed;
        }

        return wait;
    }

    public void Stamp(long slot, LimitChoice limit)
    {
        machine.Stamp(slot, limit);
        link.TryAsk(redis => _scripts.StampAsync(redis, slot, WithStored(limit)), out _);
        _stamped = link.Budget;
    }

    public void Release(long slot)
    {
        machine.Release(slot);
        if (!link.TryAsk(redis => _scripts.ReleaseAsync(redis, slot), out _))
        {
            Lose(slot);
        }

        _stamped = link.Budget;
    }

    public void Close()
    {
        machine.Close();
        link.TryAsk(_scripts.CloseAsync, out _);
    }

    public WindowUsage GetUsage(LimitChoice limit)
    {
        Join(limit);
        if (IsOnItsOwn || !link.TryAsk(redis => _scripts.GetUsageAsync(redis, WithStored(limit)), out var usage))
        {
            return GetShareUsage(limit);
        }

        RenewIfClosed(usage.Wait);
        return usage;
    }

    public void SetLimit(RateLimit limit)
    {
        if (!link.TryAsk(redis => _scripts.SetLimitAsync(redis, limit), out _))
        {
            throw RedisFailure.LimitUnwritable(link.Name, link.Trouble);
        }
    }

    /// <summary>Whether this machine keeps to its share: while Redis is away, and until all others have joined again, too.</summary>
    private bool IsOnItsOwn => link.Trouble is not null || _share.IsInForce;

    /// <summary>The robot's limit for this machine applies if the fleet has none.</summary>
    private LimitChoice WithStored(LimitChoice limit) => limit with { OfAll = machine.StoredLimit ?? limit.OfAll };

    /// <summary>Tells Redis of this machine's slots, at first and whenever it has come back.</summary>
    private void Join(LimitChoice limit)
    {
        lock (_lost)
        {
            var returns = link.Returns;
            if (_joinedReturn != returns && link.TryAsk(redis => _scripts.JoinAsync(redis, _lost, machine.GetHistory(), WithStored(limit)), out _))
            {
                if (_joinedReturn is not null)
                {
                    _share.Hold();
                }

                _joinedReturn = returns;
                _lost.Clear();
            }
        }
    }

    /// <summary>Redis may have a slot that nobody uses: its answer came too late, or it has not heard of the release.</summary>
    private void Lose(long slot)
    {
        lock (_lost)
        {
            _lost.Add(slot);
        }
    }

    /// <summary>The time until a slot is free; zero if it was taken, null if Redis is away.</summary>
    private TimeSpan? TryReserveInFleet(long slot, TimeSpan lease, LimitChoice limit)
    {
        if (link.Trouble is not null)
        {
            return null;
        }

        if (!link.TryAsk(redis => _scripts.ReserveAsync(redis, slot, lease, WithStored(limit)), out var answer))
        {
            Lose(slot);
            return null;
        }

        _share.Learn(answer);
        RenewIfClosed(answer.Wait);
        return answer.Wait;
    }

    /// <summary>While its window is closed, a message waits for that, and not for Redis.</summary>
    private void RenewIfClosed(TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
        {
            link.RenewBudget();
        }
    }

    /// <summary>Each part of a message may wait as long as a message.</summary>
    private void RenewForNextPart()
    {
        if (_stamped is not null && _stamped == link.Budget)
        {
            link.RenewBudget();
        }
    }

    /// <summary>Takes a slot of this machine's share: the time until one is free, or zero.</summary>
    private TimeSpan TryReserveShare(long slot, TimeSpan lease, LimitChoice limit) => _share.Now switch
    {
        null => machine.TryReserve(slot, lease, limit),
        { Limit.Messages: 0, Until: var wait } => wait,
        { Limit: var share } => machine.TryReserve(slot, lease, WithShare(limit, share)),
    };

    /// <summary>What is used of this machine's share.</summary>
    private WindowUsage GetShareUsage(LimitChoice limit) => _share.Now switch
    {
        null => machine.GetUsage(limit),
        { Limit: { Messages: 0 } none, Until: var wait } => new(none, 0, wait, []),
        { Limit: var share } => machine.GetUsage(WithShare(limit, share)),
    };

    /// <summary>A limit that was set since the fleet was last seen may be lower.</summary>
    private static LimitChoice WithShare(LimitChoice limit, RateLimit share) =>
        limit with { Own = share with { Messages = Math.Min(share.Messages, limit.Own?.Messages ?? int.MaxValue) } };

    private TimeSpan Record(long slot, TimeSpan lease, TimeSpan wait)
    {
        if (wait == TimeSpan.Zero)
        {
            machine.Record(slot, lease);
        }

        return wait;
    }
}
