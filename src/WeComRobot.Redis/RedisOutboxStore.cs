using System;
using WeComRobot.Media;
using WeComRobot.Outbox;

namespace WeComRobot.Redis;

/// <summary>Keeps messages in a stream of Redis.</summary>
internal sealed class RedisOutboxStore(RedisLink link) : IOutboxStore
{
    public string Place => link.Name;

    public OutboxName[] List() => throw new NotImplementedException();

    public string CreateGroup(DateTimeOffset now) => throw new NotImplementedException();

    public OutboxEntry? Read(OutboxName name) => throw new NotImplementedException();

    public void Write(OutboxName name, OutboxEntry entry) => throw new NotImplementedException();

    public void WriteMedia(OutboxName name, MediaFile file) => throw new NotImplementedException();

    public MediaFile OpenMedia(OutboxName name, OutboxEntry entry) => throw new NotImplementedException();

    public OutboxName? Move(OutboxName name, string kind, string? owner) => throw new NotImplementedException();

    public void Delete(OutboxName name) => throw new NotImplementedException();

    public bool TryMarkDone(OutboxName name) => throw new NotImplementedException();

    public void DeleteUnfinished(OutboxName name, bool withMedia) => throw new NotImplementedException();

    public IOutboxOwner CreateOwner() => throw new NotImplementedException();

    public bool IsDead(string owner) => throw new NotImplementedException();

    public IDisposable? TryLock(string name) => throw new NotImplementedException();

    public IDisposable? TryLockRecovery() => throw new NotImplementedException();
}
