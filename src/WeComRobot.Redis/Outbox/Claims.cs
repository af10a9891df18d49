using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.Outbox;

/// <summary>
/// What this process holds in Redis. It shows every few seconds that it is alive; what it has not renewed for the time of a lease, by
/// Redis's clock, others may take.
/// </summary>
/// <param name="link">The connection.</param>
/// <param name="scripts">The steps.</param>
internal sealed class Claims(RedisLink link, OutboxScripts scripts) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IntervalWhileAway = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly LinkReturn _return = new(link);
    private readonly Dictionary<string, RedisOutboxOwner> _owners = [];
    private readonly Dictionary<string, string> _locks = [];
    private ITimer? _timer;
    private bool _isDisposed;

    public RedisOutboxOwner? Find(string? owner)
    {
        lock (_gate)
        {
            return owner is null ? null : _owners.GetValueOrDefault(owner);
        }
    }

    public RedisOutboxOwner CreateOwner()
    {
        var owner = new RedisOutboxOwner(Remove);
        Change(() => _owners.Add(owner.Name, owner));
        return owner;
    }

    /// <summary>Takes a lock; null if another process, or another thread of this one, has it.</summary>
    /// <exception cref="System.IO.IOException">Redis is away.</exception>
    public RedisLock? TryLock(string name)
    {
        var taken = new RedisLock(name, Remove);
        if (!link.Ask(redis => scripts.LockAsync(redis, name, taken.Token)))
        {
            return null;
        }

        Change(() => _locks[name] = taken.Token);
        return taken;
    }

    /// <summary>Takes a lock, waiting for a moment if others have it; null if they keep it.</summary>
    /// <exception cref="System.IO.IOException">Redis is away.</exception>
    public RedisLock? TryLockWithin(TimeSpan timeout, string name)
    {
        var start = link.Time.GetTimestamp();
        RedisLock? taken;
        while ((taken = TryLock(name)) is null && link.Time.GetElapsedTime(start) < timeout)
        {
            Task.Delay(LockPause, link.Time).Wait();
        }

        return taken;
    }

    /// <summary>
    /// Whether the process of a holder has died. While Redis was away it heard from nobody: once it is back, all get the time of a beat to
    /// show that they are alive.
    /// </summary>
    public bool IsDead(string holder, TimeSpan silence) => silence > OutboxScripts.Lease && !IsOwn(holder) && !_return.IsWithin(Interval);

    /// <summary>Shows at once that this process is alive, if Redis was away.</summary>
    public void RenewAfterReturn()
    {
        if (_return.Note())
        {
            TryRenew(Snapshot());
        }
    }

    /// <summary>Waits until a holder has shown that it is alive, or its claims have lapsed.</summary>
    public async Task UntilKnownAsync(string holder, CancellationToken cancellationToken)
    {
        for (var last = TimeSpan.Zero; !IsOwn(holder) && GetSilence(holder) is { } silence && silence >= last && !IsDead(holder, silence); last = silence)
        {
            await Task.Delay(Pause, link.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the beats. What is held lapses, as if this process had died.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Remove(RedisOutboxOwner owner) => Change(() => _owners.Remove(owner.Name));

    private void Remove(RedisLock taken)
    {
        Change(() => _ = _locks.GetValueOrDefault(taken.Name) == taken.Token && _locks.Remove(taken.Name));
        link.TryAsk(redis => scripts.UnlockAsync(redis, taken.Name, taken.Token), out _);
    }

    /// <summary>Whether an owner or the holder of a lock is this process.</summary>
    private bool IsOwn(string holder)
    {
        lock (_gate)
        {
            return _owners.ContainsKey(holder) || _locks.ContainsKey(holder);
        }
    }

    private TimeSpan? GetSilence(string holder)
    {
        link.RenewBudget();
        return link.TryAsk(redis => scripts.GetSilenceAsync(redis, holder), out var silence) ? silence : null;
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            if (_isDisposed || _owners.Count + _locks.Count == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
            else
            {
                _timer ??= link.Time.CreateTimer(_ => Beat(), null, Interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Beat()
    {
        _return.Note();
        var held = Snapshot();
        var isRenewed = TryRenew(held);
        if (isRenewed)
        {
            Array.ForEach(held.Owners, Pay);
        }

        lock (_gate)
        {
            _timer?.Change(isRenewed ? Interval : IntervalWhileAway, Timeout.InfiniteTimeSpan);
        }
    }

    private (RedisOutboxOwner[] Owners, Dictionary<string, string> Locks) Snapshot()
    {
        lock (_gate)
        {
            return ([.. _owners.Values], new(_locks));
        }
    }

    private bool TryRenew((RedisOutboxOwner[] Owners, Dictionary<string, string> Locks) held) =>
        link.TryAskAside(redis => scripts.RenewAsync(redis, [.. held.Owners.Select(owner => owner.Name)], held.Locks), out _);

    /// <summary>Pays the debts of an owner, as far as Redis lets it.</summary>
    private void Pay(RedisOutboxOwner owner)
    {
        foreach (var (name, kind) in owner.Debts)
        {
            if (!link.TryAskAside(redis => scripts.PayAsync(redis, name, kind, owner.Entries.GetValueOrDefault(name.Id)), out _))
            {
                return;
            }

            owner.Settle(name);
        }
    }
}
