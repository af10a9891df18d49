using System;
using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Redis.Tests.Harness;

/// <summary>A server that other tests call shady behaves as badly as they think.</summary>
public sealed class ShadyRedisTests : IAsyncLifetime
{
    private RedisServer _server = null!;
    private ShadyRedis _shady = null!;

    public static TheoryData<string, ShadyConduct> Refusals => new()
    {
        { "READONLY ", ShadyConduct.ReadOnly },
        { "OOM ", ShadyConduct.Full },
        { "NOPERM ", ShadyConduct.Forbidding },
        { "CLUSTERDOWN ", ShadyConduct.ClusterDown },
        { "LOADING ", ShadyConduct.Loading },
    };

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _shady = await ShadyRedis.StartAsync(_server);
    }

    public Task DisposeAsync()
    {
        _shady.Dispose();
        _server.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public async Task Honest_it_is_the_server()
    {
        using var connection = await ConnectAsync();
        Assert.Equal("OK", await connection.CommandAsync("SET", "k", "线"));
        Assert.Equal("线", await _server.CommandAsync("GET", "k"));
        Assert.Equal(new object[] { 1L, "线" }, await connection.CommandAsync("EVAL", "return {1, redis.call('GET', KEYS[1])}", "1", "k"));
    }

    [RedisTheory]
    [MemberData(nameof(Refusals))]
    public async Task It_refuses_scripts_and_writes_without_carrying_them_out(string beginning, ShadyConduct conduct)
    {
        using var connection = await ConnectAsync();
        _shady.Conduct = conduct;
        foreach (var write in new[] { ["set", "k", "v"], new[] { "EVAL", "return redis.call('SET', 'k', 'v')", "0" }, ["EVALSHA", new string('0', 40), "0"] })
        {
            Assert.StartsWith(beginning, (await Assert.ThrowsAsync<RedisErrorException>(() => connection.CommandAsync(write))).Message);
        }

        _shady.Conduct = ShadyConduct.Honest;
        Assert.Null(await connection.CommandAsync("GET", "k"));
    }

    [RedisFact]
    public async Task Read_only_it_still_reads_but_not_while_loading()
    {
        using var connection = await ConnectAsync();
        _shady.Conduct = ShadyConduct.ReadOnly;
        Assert.Null(await connection.CommandAsync("GET", "k"));

        _shady.Conduct = ShadyConduct.Loading;
        await Assert.ThrowsAsync<RedisErrorException>(() => connection.CommandAsync("GET", "k"));
    }

    [RedisFact]
    public async Task It_answers_with_another_kind()
    {
        using var connection = await ConnectAsync();
        _shady.Conduct = ShadyConduct.AnswersOk;
        Assert.Equal("OK", await connection.CommandAsync("EVAL", "return 1", "0"));
        _shady.Conduct = ShadyConduct.AnswersNested;
        Assert.Equal(new object[] { Array.Empty<object>() }, await connection.CommandAsync("EVAL", "return 1", "0"));
    }

    [RedisFact]
    public async Task It_answers_late()
    {
        using var connection = await ConnectAsync();
        var delay = TimeSpan.FromSeconds(0.3);
        _shady.Conduct = ShadyConduct.Slow(delay);
        var began = Stopwatch.GetTimestamp();
        Assert.Equal("PONG", await connection.CommandAsync("PING"));

        // Timers may fire some milliseconds early
        Assert.True(Stopwatch.GetElapsedTime(began) > delay / 2);
    }

    [RedisFact]
    public async Task It_answers_nothing_until_it_is_honest_again()
    {
        using var connection = await ConnectAsync();
        _shady.Conduct = ShadyConduct.Silent;
        var answer = connection.CommandAsync("SET", "k", "v");
        await Assert.ThrowsAsync<TimeoutException>(() => answer.WaitAsync(TimeSpan.FromSeconds(0.5)));
        Assert.Equal("v", await _server.CommandAsync("GET", "k"));

        _shady.Conduct = ShadyConduct.Honest;
        Assert.Equal("OK", await answer);
    }

    [RedisFact]
    public async Task It_cuts_the_connection_in_place_of_an_answer()
    {
        using var connection = await ConnectAsync();
        _shady.Conduct = ShadyConduct.CutsAnswers;
        await Assert.ThrowsAnyAsync<IOException>(() => connection.CommandAsync("SET", "k", "v"));

        Assert.Equal("v", await _server.CommandAsync("GET", "k"));
    }

    [RedisFact]
    public async Task It_answers_garbage()
    {
        using var connection = await ConnectAsync();
        _shady.Conduct = ShadyConduct.Garbage;
        await Assert.ThrowsAsync<InvalidDataException>(() => connection.CommandAsync("PING"));
    }

    [RedisFact]
    public async Task It_cuts_connections_and_refuses_them_until_it_is_open_again()
    {
        using var connection = await ConnectAsync();
        Assert.Equal("PONG", await connection.CommandAsync("PING"));
        _shady.Cut();
        await Assert.ThrowsAnyAsync<IOException>(() => connection.CommandAsync("PING"));

        _shady.Close();
        await Assert.ThrowsAsync<SocketException>(ConnectAsync);
        _shady.Open();
        using var next = await ConnectAsync();
        Assert.Equal("PONG", await next.CommandAsync("PING"));
    }

    private Task<RedisConnection> ConnectAsync() => RedisConnection.OpenAsync(_shady.Port);
}
