using System;
using System.Collections.Concurrent;
using WeComRobot.Outbox;

namespace WeComRobot.Redis.Outbox;

/// <summary>A claim of this process on the parts of one message.</summary>
/// <param name="claims">Keep it alive.</param>
internal sealed class RedisOutboxOwner(Claims claims) : IOutboxOwner
{
    public string Name { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What this process knows of its parts, by their ids: a Redis that restarts without its data gets them again.</summary>
    public ConcurrentDictionary<string, OutboxEntry> Entries { get; } = new();

    public void Retire() => claims.Remove(this);
}
