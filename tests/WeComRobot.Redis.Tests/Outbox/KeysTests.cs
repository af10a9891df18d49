using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Outbox;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>What is in Redis: nothing secret, nothing for ever, nothing that a cluster would spread over its nodes.</summary>
public sealed class KeysTests
{
    [RedisFact]
    public async Task No_key_of_a_robot_is_kept_and_everything_ends_some_day()
    {
        using var server = await OutboxServer.StartAsync();
        await using var machine = await server.StartMachineAsync();
        using var file = MediaFile.FromBytes(new byte[10], "a.bin");
        await machine.KeepAsync("a", "b");
        await machine.KeepAsync(Outgoing.For(file));
        using var dead = server.JoinDead().Write(OutboxRobot.Name, Outgoing.For(OutboxRobot.Text("c")), null);
        await server.LapseClaimsAsync();
        Assert.Equal(4, machine.Items.Count);
        using var held = server.Join().TryLock("robot");
        var keys = await server.GetKeysAsync();
        Assert.Equal(
            ["contents", "fence", "lock", "media", "number", "parts", "stream"], keys.Select(key => key["wecom:{outbox}:".Length..].Split(':')[0]));
        foreach (var key in keys)
        {
            Assert.InRange((long)(await server.Redis.CommandAsync("TTL", key))!, 1, 90 * 86400);
            Keys.AssertAbsent(key);
            Keys.AssertAbsent(Text(await ReadAsync(server.Redis, key)));
        }
    }

    [RedisFact]
    public async Task All_is_gone_when_it_is_delivered_or_cleared()
    {
        using var server = await OutboxServer.StartAsync();
        await using var machine = await server.StartMachineAsync();
        using var file = MediaFile.FromBytes(new byte[10], "a.bin");
        await machine.KeepAsync("a", "b");
        await machine.KeepAsync(Outgoing.For(file));
        var items = machine.Outbox.GetItems();
        Assert.Equal([true, false], new[] { items[0], items[0] }.Select(machine.Outbox.Remove));
        await machine.DeliverAsync();
        Assert.Equal(2, machine.Robot.Server.Messages.Count);
        Assert.Equal([OutboxServer.Key("number"), OutboxServer.Key("stream")], await server.GetKeysAsync());
        Assert.Equal(0L, await server.Redis.CommandAsync("XLEN", OutboxServer.Key("stream")));
    }

    [RedisFact]
    public async Task A_listing_asks_a_few_questions_however_many_messages_there_are()
    {
        using var server = await OutboxServer.StartAsync();
        await using var machine = await server.StartMachineAsync();
        await machine.KeepAsync([.. Enumerable.Range(0, 100).Select(i => $"{i}")]);
        var before = await GetQuestionsAsync(server.Redis);
        Assert.Equal(100, machine.Outbox.GetItems().Count);
        Assert.InRange(await GetQuestionsAsync(server.Redis) - before, 1, 10);
    }

    [RedisFact]
    public async Task Large_messages_and_files_travel_in_small_answers_and_questions()
    {
        using var server = await OutboxServer.StartAsync();
        await server.Redis.CommandAsync("CONFIG", "SET", "client-output-buffer-limit", "normal 4mb 0 0", "proto-max-bulk-len", "1mb");
        await using var machine = await server.StartMachineAsync();
        var texts = Enumerable.Range(0, 8).Select(i => $"{i}".PadRight(900_000, '-')).ToArray();
        var store = server.Join();
        var owner = store.CreateOwner();
        foreach (var text in texts)
        {
            var name = new OutboxName(OutboxName.CreateId(store.CreateGroup(default), 1), owner.Name, OutboxName.Writing);
            store.Write(name, OutboxEntry.Create(OutboxRobot.Name, OutboxRobot.Text(text), 1, 1, null, DateTimeOffset.UnixEpoch));
            store.Move(store.Commit([name])[0], OutboxName.Pending, null);
        }

        var content = new byte[MediaFile.MaxFileBytes];
        using (var file = MediaFile.FromBytes(content, "large.bin"))
        {
            await machine.KeepAsync(Outgoing.For(file));
        }

        var items = machine.Outbox.GetItems();
        Assert.Equal(texts, items.Take(texts.Length).Select(OutboxRobot.TextOf));
        await machine.DeliverAsync(items[^1]);
        Assert.Equal(content.Length, Assert.Single(machine.Robot.Server.Messages).Media!.Size);
        Assert.All(items.SkipLast(1), item => Assert.True(machine.Outbox.Remove(item)));
        Assert.Equal([OutboxServer.Key("number"), OutboxServer.Key("stream")], await server.GetKeysAsync());
    }

    [RedisFact]
    public async Task A_message_without_its_content_is_shown_and_a_file_without_its_end_is_not_sent()
    {
        using var server = await OutboxServer.StartAsync();
        await using var machine = await server.StartMachineAsync();
        using var file = MediaFile.FromBytes(new byte[1024 * 1024], "a.bin");
        await machine.KeepAsync(Outgoing.For(file));
        await machine.KeepAsync("a");
        var ids = machine.Outbox.GetItems().Select(item => item.Id).ToArray();
        await server.Redis.CommandAsync("HDEL", OutboxServer.Key("media"), ids[0] + ":1");
        await server.Redis.CommandAsync("HDEL", OutboxServer.Key("contents"), ids[1]);
        await machine.DeliverAsync();
        Assert.Equal([OutboxState.Refused, OutboxState.Damaged], machine.Outbox.GetItems().Select(item => item.State));
        Assert.Empty(machine.Robot.Server.Messages);
    }

    [RedisFact]
    public async Task A_cluster_takes_it_all()
    {
        using var server = await OutboxServer.StartAsync(new() { Cluster = true });
        await using var machine = await server.StartMachineAsync();
        await machine.SendAsync("a");
        await machine.KeepAsync("b", "c");
        await machine.DeliverAsync();
        Assert.Equal(["a", "b", "c"], machine.Arrived);
        Assert.Empty(machine.Robot.Observer.Warnings);
    }

    [RedisFact]
    public async Task A_file_of_twenty_MiB_is_kept_and_sent()
    {
        using var server = await OutboxServer.StartAsync();
        await using var machine = await server.StartMachineAsync();
        var content = new byte[MediaFile.MaxFileBytes];
        new Random(1).NextBytes(content);
        using (var file = MediaFile.FromBytes(content, "large.bin"))
        {
            await machine.KeepAsync(Outgoing.For(file));
        }

        await machine.DeliverAsync();
        var arrived = Assert.Single(machine.Robot.Server.Messages).Media!;
        Assert.Equal(("large.bin", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))), (arrived.DisplayName, arrived.Sha256));
    }

    [RedisFact]
    public async Task Messages_sort_by_the_clock_of_Redis_even_if_it_is_set_back()
    {
        using var server = await OutboxServer.StartAsync();
        var (fast, slow) = (new VirtualTime(DateTimeOffset.UtcNow.AddMinutes(5)), new VirtualTime(DateTimeOffset.UtcNow.AddMinutes(-5)));
        var machines = new[] { server.Join(fast), server.Join(slow) };
        var groups = Enumerable.Range(0, 20).Select(i => machines[i % 2].CreateGroup((i % 2 == 0 ? fast : slow).GetUtcNow())).ToList();

        var later = (DateTimeOffset.UtcNow.AddHours(1).UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        await server.Redis.CommandAsync("SET", OutboxServer.Key("number"), later.ToString(CultureInfo.InvariantCulture));
        groups.AddRange(Enumerable.Range(0, 20).Select(i => machines[i % 2].CreateGroup(fast.GetUtcNow())));
        Assert.Equal(groups.Order(StringComparer.Ordinal), groups);
        Assert.Equal(40, groups.Select(group => group.Split('-')[0]).Distinct().Count());
    }

    private static Task<object?> ReadAsync(RedisServer redis, string key) => key[(key.IndexOf("}:", StringComparison.Ordinal) + 2)..] switch
    {
        "stream" => redis.CommandAsync("XRANGE", key, "-", "+"),
        "parts" or "contents" or "media" => redis.CommandAsync("HGETALL", key),
        _ => redis.CommandAsync("GET", key),
    };

    /// <summary>How often the server has read from a connection.</summary>
    private static async Task<long> GetQuestionsAsync(RedisServer redis)
    {
        const string name = "total_reads_processed:";
        var stats = (string)(await redis.CommandAsync("INFO", "stats"))!;
        var line = stats.Split("\r\n").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..], CultureInfo.InvariantCulture);
    }

    private static string Text(object? answer) => answer is object?[] all ? string.Join('\n', all.Select(Text)) : $"{answer}";
}
