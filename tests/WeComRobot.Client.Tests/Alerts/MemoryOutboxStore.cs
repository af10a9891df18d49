using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.Outbox;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>An outbox of one process, in memory: thousands of sequences need no disk.</summary>
internal sealed class MemoryOutboxStore : IOutboxStore
{
    private readonly Dictionary<OutboxName, OutboxEntry> _entries = [];
    private long _ticks;

    public string Place => "memory";

    public string Remedy => "";

    /// <summary>Whether it cannot be used.</summary>
    public bool IsLost { get; init; }

    public OutboxName[] List() => IsLost ? throw new IOException() : [.. _entries.Keys];

    public string CreateGroup(DateTimeOffset now) => OutboxName.CreateGroup(_ticks = Math.Max(now.UtcTicks, _ticks + 1));

    public OutboxEntry? Read(OutboxName name) => _entries.GetValueOrDefault(name);

    public void Write(OutboxName name, OutboxEntry entry) => _entries[name] = entry;

    public OutboxName[] Commit(IReadOnlyList<OutboxName> names) => [.. names.Select(name => Move(name, OutboxName.Taken, name.Owner)!)];

    public OutboxName? Move(OutboxName name, string kind, string? owner)
    {
        if (!_entries.Remove(name, out var entry))
        {
            return null;
        }

        var to = name with { Kind = kind, Owner = owner };
        _entries[to] = entry;
        return to;
    }

    public void Delete(OutboxName name) => _entries.Remove(name);

    public bool TryMarkDone(OutboxName name) => Move(name, OutboxName.Done, null) is not null;

    public void DeleteUnfinished(OutboxName name, bool withMedia) => _entries.Remove(name);

    public IOutboxOwner CreateOwner() => new Owner();

    public bool IsDead(string owner) => false;

    public Task UntilKnownAsync(string holder, CancellationToken cancellationToken) => Task.CompletedTask;

    public IDisposable? TryLock(string name) => IsLost ? throw new IOException() : new Owner();

    public IDisposable? TryLockRecovery() => new Owner();

    public void WriteMedia(OutboxName name, MediaFile file) => throw new NotSupportedException();

    public MediaFile OpenMedia(OutboxName name, OutboxEntry entry) => throw new NotSupportedException();

    private sealed class Owner : IOutboxOwner, IDisposable
    {
        public string Name { get; } = Guid.NewGuid().ToString("N");

        public void Retire()
        {
        }

        public void Dispose()
        {
        }
    }
}
