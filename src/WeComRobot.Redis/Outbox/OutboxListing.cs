using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Outbox;

namespace WeComRobot.Redis.Outbox;

/// <summary>What the outbox held when it was listed.</summary>
internal sealed class OutboxListing(IReadOnlyList<ListedPart> parts)
{
    private readonly ConcurrentDictionary<OutboxName, byte[]> _contents = new(parts.Select(part => KeyValuePair.Create(part.Name, part.Content)));
    private readonly Dictionary<string, TimeSpan> _silences = parts.Where(part => part.Name.Owner is not null)
        .GroupBy(part => part.Name.Owner!).ToDictionary(owner => owner.Key, owner => owner.First().Silence);

    public OutboxName[] Names => [.. parts.Select(part => part.Name)];

    /// <summary>How long the owner of a part had not shown that it is alive.</summary>
    public TimeSpan SilenceOf(string owner) => _silences.GetValueOrDefault(owner);

    /// <summary>The content of a part, once: a session keeps no messages in memory.</summary>
    public byte[]? TakeContent(OutboxName name) => _contents.TryRemove(name, out var content) ? content : null;
}

/// <summary>A part that was listed.</summary>
/// <param name="Name">Its id, kind and owner.</param>
/// <param name="Silence">How long ago its owner was alive.</param>
/// <param name="Content">Its entry.</param>
internal sealed record ListedPart(OutboxName Name, TimeSpan Silence, byte[] Content);
