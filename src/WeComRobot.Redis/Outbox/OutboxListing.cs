using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Outbox;

namespace WeComRobot.Redis.Outbox;

/// <summary>What the outbox held when it was listed. Contents are read as they are needed, many small ones at a time.</summary>
internal sealed class OutboxListing(IReadOnlyList<ListedPart> parts)
{
    private const int BatchBytes = 1024 * 1024;

    private readonly ListedPart[] _parts = [.. parts.OrderBy(part => part.Name.Id, StringComparer.Ordinal)];
    private readonly ConcurrentDictionary<OutboxName, byte[]> _contents =
        new(parts.Where(part => part.Size == 0).Select(lost => KeyValuePair.Create<OutboxName, byte[]>(lost.Name, [])));

    public OutboxName[] Names => [.. _parts.Select(part => part.Name)];

    /// <summary>How long the owner of a part had not shown that it is alive.</summary>
    public TimeSpan SilenceOf(string owner) => _parts.FirstOrDefault(part => part.Name.Owner == owner)?.Silence ?? TimeSpan.Zero;

    /// <summary>The parts to read with one: those behind it, in the order of sending, as many as one answer may carry.</summary>
    public OutboxName[] GetBatch(OutboxName first)
    {
        var left = BatchBytes;
        var others = _parts.SkipWhile(part => part.Name != first).Skip(1).TakeWhile(part => (left -= part.Size) > 0);
        return [first, .. others.Select(part => part.Name)];
    }

    /// <summary>Adds what was read; null is the content of a part that is gone.</summary>
    public void Add(OutboxName[] names, byte[]?[] contents)
    {
        foreach (var (name, content) in names.Zip(contents))
        {
            if (content is not null)
            {
                _contents[name] = content;
            }
        }
    }

    /// <summary>The content of a part, once: a session keeps no messages in memory.</summary>
    public byte[]? TakeContent(OutboxName name) => _contents.TryRemove(name, out var content) ? content : null;
}

/// <summary>A part that was listed.</summary>
/// <param name="Name">Its id, kind and owner.</param>
/// <param name="Silence">How long ago its owner was alive.</param>
/// <param name="Size">The size of its entry in bytes.</param>
internal sealed record ListedPart(OutboxName Name, TimeSpan Silence, int Size);
