using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using StackExchange.Redis;
using WeComRobot.Media;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.Media;

/// <summary>Shares the uploads of robots: what one machine has uploaded, the others need not. While Redis is away the machine's own count.</summary>
/// <param name="link">The connection.</param>
/// <param name="machine">This machine's uploads.</param>
internal sealed class RedisMediaStore(RedisLink link, IMediaStore machine) : IMediaStore
{
    private static readonly TimeSpan Lifetime = UploadedMedia.Lifetime - CachedMedia.Margin;
    private static readonly RedisScript List = new("media-list");
    private static readonly RedisScript Keep = new("media-add");

    public IReadOnlyList<CachedMedia> GetAll(string keyHash) =>
        link.TryAsk(redis => ListAsync(redis, keyHash), out var all) ? all : machine.GetAll(keyHash);

    public void Add(string keyHash, CachedMedia media)
    {
        machine.Add(keyHash, media);
        link.TryAsk(redis => AddAsync(redis, keyHash, media), out _);
    }

    public void Remove(string keyHash, string mediaId)
    {
        machine.Remove(keyHash, mediaId);
        link.TryAsk(redis => redis.HashDeleteAsync(Keys(keyHash)[0], mediaId), out _);
    }

    private RedisKey[] Keys(string keyHash) => [link.RobotKey(keyHash, "media")];

    private async Task<IReadOnlyList<CachedMedia>> ListAsync(IDatabase redis, string keyHash)
    {
        var values = (string[])(await List.RunAsync(redis, Keys(keyHash)).ConfigureAwait(false))!;
        return [.. values.Chunk(4).Select(Read)];
    }

    private async Task<long> AddAsync(IDatabase redis, string keyHash, CachedMedia media) => (long)await Keep.RunAsync(
        redis, Keys(keyHash), media.MediaId, media.ContentKey ?? "", media.Size, media.CreatedAt.ToUnixTimeSeconds(), (long)Lifetime.TotalMilliseconds)
        .ConfigureAwait(false);

    private static CachedMedia Read(string[] media) => new(
        media[1].Length > 0 ? media[1] : null,
        media[0],
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(media[3], CultureInfo.InvariantCulture)),
        long.Parse(media[2], CultureInfo.InvariantCulture));
}
