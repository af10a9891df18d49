using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Fleet;
using WeComRobot.Media;
using WeComRobot.Redis.Tests.Windows;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests;

/// <summary>What one machine has uploaded, the others need not.</summary>
public sealed class MediaTests : IAsyncLifetime
{
    private const string KeyHash = Member.Fingerprint + Member.Fingerprint;
    private const string Key = $"wecom:{{{Member.Fingerprint}}}:media";

    private static readonly DateTimeOffset UploadedAt = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    private readonly TestFolder _folder = new();
    private RedisServer _redis = null!;
    private IFleet _fleet = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _fleet = new RedisFleetFactory().Create(new(_redis.EndPoint + Member.Patient, null));
    }

    public Task DisposeAsync()
    {
        _fleet.Dispose();
        _redis.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public async Task Machines_know_each_others_uploads_for_as_long_as_they_live()
    {
        var (here, there) = (Machine("here"), Machine("there"));
        here.Add(KeyHash, Upload("id1", "content1"));
        here.Add(KeyHash, Upload("id2", null));
        var ids = Ids(there).ToArray();
        Assert.Null(_fleet.Windows.TakeWarning());
        Assert.Equal(["id1", "id2"], ids);
        Assert.Equal(Upload("id1", "content1"), there.GetAll(KeyHash).Single(media => media.MediaId == "id1"));
        Assert.InRange((long)(await _redis.CommandAsync("TTL", Key))!, 70 * 3600, 71 * 3600);

        there.Add(KeyHash, Upload("id3", "content1"));
        there.Remove(KeyHash, "id2");
        Assert.Equal(["id3"], Ids(here));

        // By Redis's clock its time is over
        var kept = (string)(await _redis.CommandAsync("HGET", Key, "id3"))!;
        var ended = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await _redis.CommandAsync("HSET", Key, "id3", ended + kept[kept.IndexOf(' ')..]);
        Assert.Empty(Ids(here));
        Assert.Equal(0L, await _redis.CommandAsync("EXISTS", Key));
    }

    [RedisFact]
    public void While_Redis_is_away_a_machine_knows_its_own()
    {
        var (here, there) = (Machine("here"), Machine("there"));
        here.Add(KeyHash, Upload("id1", "content1"));
        there.Add(KeyHash, Upload("id2", "content2"));
        _redis.Kill();
        Assert.Equal(["id1"], Ids(here));
        Assert.Equal(["id2"], Ids(there));
    }

    private IMediaStore Machine(string name) => _fleet.ShareMedia(new FileMediaStore(() => _folder.PathOf(name), TimeProvider.System));

    private static IEnumerable<string> Ids(IMediaStore store) => store.GetAll(KeyHash).Select(media => media.MediaId).Order();

    private static CachedMedia Upload(string id, string? content) =>
        new(content, id, UploadedAt, 42);
}
