using System;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Redis.Tests.Harness;

/// <summary>The servers of the other tests are what they say they are.</summary>
public sealed class RedisServerTests
{
    [RedisFact]
    public async Task Each_has_a_port_and_data_of_its_own()
    {
        using var one = await RedisServer.StartAsync();
        using var other = await RedisServer.StartAsync();
        await one.CommandAsync("SET", "k", "v");

        Assert.Equal("v", await one.CommandAsync("GET", "k"));
        Assert.Null(await other.CommandAsync("GET", "k"));
    }

    [RedisFact]
    public async Task It_may_need_a_password()
    {
        using var server = await RedisServer.StartAsync(new() { Password = "open sesame" });
        using var connection = await server.ConnectAsync();

        var error = await Assert.ThrowsAsync<RedisErrorException>(() => connection.CommandAsync("PING"));
        Assert.StartsWith("NOAUTH ", error.Message);
        Assert.Equal("PONG", await server.CommandAsync("PING"));
    }

    [RedisFact]
    public async Task It_may_have_users_with_rights_of_their_own()
    {
        using var server = await RedisServer.StartAsync(new() { Users = ["wecom on >secret ~wecom:* +@all -flushall", "guest on nopass ~* +ping"] });
        using var connection = await server.ConnectAsync();
        await connection.CommandAsync("AUTH", "wecom", "secret");

        Assert.Equal("OK", await connection.CommandAsync("SET", "wecom:k", "v"));
        foreach (var forbidden in new[] { ["SET", "k", "v"], new[] { "FLUSHALL" } })
        {
            Assert.StartsWith("NOPERM ", (await Assert.ThrowsAsync<RedisErrorException>(() => connection.CommandAsync(forbidden))).Message);
        }
    }

    [RedisFact]
    public async Task It_may_speak_TLS_only()
    {
        using var server = await RedisServer.StartAsync(new() { Tls = true });
        using var other = await RedisServer.StartAsync(new() { Tls = true });

        Assert.Equal("PONG", await server.CommandAsync("PING"));
        using var plain = await RedisConnection.OpenAsync(server.Port);
        await Assert.ThrowsAnyAsync<IOException>(() => plain.CommandAsync("PING"));
        await Assert.ThrowsAsync<AuthenticationException>(() => RedisConnection.OpenAsync(server.Port, other.Certificate.Certificate));
    }

    [RedisFact]
    public async Task It_may_be_full()
    {
        using var server = await RedisServer.StartAsync(new() { MaxMemory = "2mb" });
        async Task FillAsync()
        {
            foreach (var i in Enumerable.Range(0, 100))
            {
                await server.CommandAsync("SET", $"{i}", new string('x', 100_000));
            }
        }

        var error = await Assert.ThrowsAsync<RedisErrorException>(FillAsync);
        Assert.StartsWith("OOM ", error.Message);
        Assert.Equal(100_000L, await server.CommandAsync("STRLEN", "0"));
    }

    [RedisFact]
    public async Task It_may_be_a_cluster()
    {
        using var server = await RedisServer.StartAsync(new() { Cluster = true, KeepsData = true });
        Assert.Equal(1L, await server.CommandAsync("EVAL", "return redis.call('DEL', KEYS[1], KEYS[2]) + 1", "2", "{robot}:window", "{robot}:media"));
        var error = await Assert.ThrowsAsync<RedisErrorException>(() => server.CommandAsync("EVAL", "return 1", "2", "window", "media"));
        Assert.StartsWith("CROSSSLOT ", error.Message);

        await server.RestartAsync(keepData: true);
        Assert.Equal("OK", await server.CommandAsync("SET", "{robot}:window", "v"));
    }

    [RedisFact]
    public async Task It_refuses_connections_once_killed()
    {
        using var server = await RedisServer.StartAsync();
        using var connection = await server.ConnectAsync();
        server.Kill();

        await Assert.ThrowsAnyAsync<IOException>(() => connection.CommandAsync("PING"));
        await Assert.ThrowsAsync<SocketException>(server.ConnectAsync);
    }

    [RedisFact]
    public async Task Its_data_survive_if_they_are_to()
    {
        using var server = await RedisServer.StartAsync(new() { KeepsData = true });
        await server.CommandAsync("SET", "k", "v");

        server.Kill();
        await server.RestartAsync(keepData: true);
        Assert.Equal("v", await server.CommandAsync("GET", "k"));
        await server.RestartAsync(keepData: false);
        Assert.Null(await server.CommandAsync("GET", "k"));
    }

    [RedisFact]
    public async Task Its_data_are_gone_with_it_otherwise()
    {
        using var server = await RedisServer.StartAsync();
        await server.CommandAsync("SET", "k", "v");

        await server.RestartAsync(keepData: true);
        Assert.Null(await server.CommandAsync("GET", "k"));
    }

    [RedisFact]
    public async Task It_answers_nothing_while_it_is_paused()
    {
        using var server = await RedisServer.StartAsync();
        server.Pause();
        using var connection = await server.ConnectAsync();
        var answer = connection.CommandAsync("PING");

        // A server that ran would have answered long before
        await Assert.ThrowsAsync<TimeoutException>(() => answer.WaitAsync(TimeSpan.FromSeconds(0.5)));
        server.Resume();
        Assert.Equal("PONG", await answer);
    }

    [RedisFact]
    public async Task A_replica_follows_and_can_take_over()
    {
        using var primary = await RedisServer.StartAsync(new() { Password = "open sesame" });
        await primary.CommandAsync("SET", "k", "v");
        using var replica = await RedisServer.StartAsync(new() { Password = "open sesame", ReplicaOf = primary });

        Assert.Equal("v", await replica.CommandAsync("GET", "k"));
        var error = await Assert.ThrowsAsync<RedisErrorException>(() => replica.CommandAsync("SET", "k", "w"));
        Assert.StartsWith("READONLY ", error.Message);

        primary.Kill();
        await replica.PromoteAsync();
        Assert.Equal("OK", await replica.CommandAsync("SET", "k", "w"));
    }
}
