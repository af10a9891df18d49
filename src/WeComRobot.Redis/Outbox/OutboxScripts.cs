using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using StackExchange.Redis;
using WeComRobot.Outbox;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.Outbox;

/// <summary>The steps of the outbox as scripts: what goes in, and what comes out.</summary>
/// <param name="link">Names the keys.</param>
internal sealed class OutboxScripts(RedisLink link)
{
    /// <summary>How long a claim outlives its process.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const string Nobody = "nobody";
    private const string AnyKind = "";
    private const int ValuesEach = 5;

    private static readonly RedisScript Number = new("outbox-number");
    private static readonly RedisScript List = new("outbox", "outbox-list");
    private static readonly RedisScript Write = new("outbox", "outbox-write");
    private static readonly RedisScript WriteMedia = new("outbox", "outbox-media");
    private static readonly RedisScript Move = new("outbox", "outbox-move");
    private static readonly RedisScript Delete = new("outbox", "outbox-delete");
    private static readonly RedisScript Renew = new("outbox", "outbox-renew");
    private static readonly RedisScript Silence = new("outbox", "outbox-silence");
    private static readonly RedisScript Unlock = new("outbox-unlock");

    private readonly RedisKey[] _keys = [Key(link, "stream"), Key(link, "parts"), Key(link, "contents"), Key(link, "media")];

    public async Task<long> CreateNumberAsync(IDatabase redis) => (long)await Number.RunAsync(redis, [Key(link, "number")]).ConfigureAwait(false);

    public async Task<OutboxListing> ListAsync(IDatabase redis)
    {
        var values = (RedisResult[])(await List.RunAsync(redis, _keys).ConfigureAwait(false))!;
        return new([.. values.Chunk(ValuesEach).Select(ReadPart)]);
    }

    /// <summary>The contents of parts; null for those that are gone.</summary>
    public async Task<byte[]?[]> ReadAsync(IDatabase redis, IReadOnlyList<OutboxName> names) =>
        [.. (await redis.HashGetAsync(_keys[2], [.. names.Select(name => (RedisValue)name.Id)]).ConfigureAwait(false)).Select(content => (byte[]?)content)];

    /// <summary>A chunk of an attached file; null if it is gone.</summary>
    public async Task<byte[]?> ReadMediaAsync(IDatabase redis, string id, int chunk) =>
        await redis.HashGetAsync(_keys[3], $"{id}:{chunk}").ConfigureAwait(false);

    public async Task<bool> WriteAsync(IDatabase redis, OutboxName name, byte[] content) =>
        (bool)await Write.RunAsync(redis, WithFence(name.Owner), name.Id, name.Kind, name.Owner, content).ConfigureAwait(false);

    public async Task<bool> WriteMediaAsync(IDatabase redis, OutboxName name, int chunk, ReadOnlyMemory<byte> bytes) =>
        (bool)await WriteMedia.RunAsync(redis, _keys, name.Id, name.Owner, chunk, bytes).ConfigureAwait(false);

    /// <summary>Changes kind and owner of parts that have the same.</summary>
    /// <param name="redis">Where.</param>
    /// <param name="names">The parts.</param>
    /// <param name="kind">The new kind.</param>
    /// <param name="owner">The new owner.</param>
    /// <param name="isOwn">Whether this process holds them: it alone knows their kind, even if it has not heard the answer to the last change.</param>
    public async Task<MoveAnswer> MoveAsync(IDatabase redis, IReadOnlyList<OutboxName> names, string kind, string? owner, bool isOwn)
    {
        var (from, before) = (names[0].Owner, isOwn ? AnyKind : names[0].Kind);
        RedisValue[] arguments = [before, from ?? Nobody, kind, owner ?? Nobody, from is not null && !isOwn, .. names.Select(name => (RedisValue)name.Id)];
        return (MoveAnswer)(int)await Move.RunAsync(redis, WithFence(from), arguments).ConfigureAwait(false);
    }

    public async Task<bool> DeleteAsync(IDatabase redis, OutboxName name) =>
        (bool)await Delete.RunAsync(redis, _keys, name.Id, name.Kind, name.Owner ?? Nobody).ConfigureAwait(false);

    /// <summary>Does for an owner what it had to do while Redis was away, unless others have taken the part over.</summary>
    /// <param name="redis">Where.</param>
    /// <param name="name">The part.</param>
    /// <param name="kind">The kind under which it is given back; null if it is removed.</param>
    /// <param name="entry">Its content; null if it is not known.</param>
    public async Task<bool> PayAsync(IDatabase redis, OutboxName name, string? kind, OutboxEntry? entry)
    {
        if (kind is null)
        {
            return await DeleteAsync(redis, name).ConfigureAwait(false);
        }

        var isThere = entry is null || await WriteAsync(redis, name, OutboxEntry.Json.ToBytes(entry)).ConfigureAwait(false);
        return isThere && await MoveAsync(redis, [name], kind, null, isOwn: true).ConfigureAwait(false) == MoveAnswer.Moved;
    }

    public async Task<bool> RenewAsync(IDatabase redis, IReadOnlyCollection<string> owners, IReadOnlyDictionary<string, string> locks)
    {
        RedisValue[] arguments = [Milliseconds(Lease), locks.Count, .. locks.Values.Select(Value), .. owners.Select(Value)];
        return (bool)await Renew.RunAsync(redis, [.. _keys, .. locks.Keys.Select(LockKey)], arguments).ConfigureAwait(false);

        static RedisValue Value(string text) => text;
    }

    /// <summary>How long ago a holder was alive; null if it holds nothing.</summary>
    public async Task<TimeSpan?> GetSilenceAsync(IDatabase redis, string holder)
    {
        var silence = (long)await Silence.RunAsync(redis, [.. _keys, LockKey(holder)], holder, Milliseconds(Lease)).ConfigureAwait(false);
        return silence < 0 ? null : TimeSpan.FromMilliseconds(silence);
    }

    public Task<bool> LockAsync(IDatabase redis, string name, string token) => redis.StringSetAsync(LockKey(name), token, Lease, When.NotExists);

    public async Task<bool> UnlockAsync(IDatabase redis, string name, string token) =>
        (bool)await Unlock.RunAsync(redis, [LockKey(name)], token).ConfigureAwait(false);

    private static RedisKey Key(RedisLink link, string name) => link.Key("outbox", name);

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static ListedPart ReadPart(RedisResult[] values)
    {
        var holder = (string)values[2]!;
        var name = new OutboxName((string)values[0]!, holder == Nobody ? null : holder, (string)values[1]!);
        return new(name, TimeSpan.FromMilliseconds((long)values[3]), (int)values[4]);
    }

    private RedisKey LockKey(string name) => Key(link, "lock:" + name);

    private RedisKey[] WithFence(string? owner) => [.. _keys, Key(link, "fence:" + owner)];
}
