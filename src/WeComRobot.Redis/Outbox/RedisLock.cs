using System;

namespace WeComRobot.Redis.Outbox;

/// <summary>A lock of this process.</summary>
/// <param name="name">What is locked.</param>
/// <param name="claims">Keep it alive.</param>
internal sealed class RedisLock(string name, Claims claims) : IDisposable
{
    public string Name => name;

    /// <summary>Tells it apart from a later lock of the same name.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    public void Dispose() => claims.Remove(this);
}
