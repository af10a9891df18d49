using System;
using System.Collections.Concurrent;
using WeComRobot.Outbox;

namespace WeComRobot.Redis.Outbox;

/// <summary>A claim of this process on the parts of one message.</summary>
/// <param name="release">Gives it up.</param>
internal sealed class RedisOutboxOwner(Action<RedisOutboxOwner> release) : IOutboxOwner
{
    private volatile bool _isRetired;

    public string Name { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What this process knows of its parts, by their ids: a Redis that restarts without its data gets them again.</summary>
    public ConcurrentDictionary<string, OutboxEntry> Entries { get; } = new();

    /// <summary>What is still to be done because Redis was away: parts, and the kind under which each is given back; null if it is removed.</summary>
    public ConcurrentDictionary<OutboxName, string?> Debts { get; } = new();

    /// <summary>Gives up the claim, once it has no debts.</summary>
    public void Retire()
    {
        _isRetired = true;
        RemoveIfDone();
    }

    /// <summary>A debt has been paid.</summary>
    public void Settle(OutboxName name)
    {
        Debts.TryRemove(name, out _);
        RemoveIfDone();
    }

    private void RemoveIfDone()
    {
        if (_isRetired && Debts.IsEmpty)
        {
            release(this);
        }
    }
}
