using System;

namespace WeComRobot.Redis.Outbox;

/// <summary>A lock of this process.</summary>
/// <param name="name">What is locked.</param>
/// <param name="release">Gives it up.</param>
internal sealed class RedisLock(string name, Action<RedisLock> release) : IDisposable
{
    public string Name => name;

    /// <summary>Tells it apart from a later lock of the same name.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    public void Dispose() => release(this);
}
