using System;
using System.IO;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>A sentinel, which tells clients which server is the primary, and can make a replica take over.</summary>
public sealed class RedisSentinel : IDisposable
{
    /// <summary>The name under which it watches the servers.</summary>
    public const string ServiceName = "mymaster";

    private readonly TestFolder _folder = new();
    private RedisProcess? _process;

    private RedisSentinel()
    {
    }

    /// <summary>Its address, as clients are given it.</summary>
    public string EndPoint => $"127.0.0.1:{Port}";

    private int Port { get; set; }

    /// <summary>Starts one, and waits until it knows the primary's replica.</summary>
    public static async Task<RedisSentinel> StartAsync(RedisServer primary)
    {
        var sentinel = new RedisSentinel();
        do
        {
            sentinel.Port = TestPort.Find();
            var file = sentinel._folder.PathOf("sentinel.conf"); // it writes there what it learns
            await File.WriteAllTextAsync(file, $"port {sentinel.Port}\nbind 127.0.0.1\nsentinel monitor {ServiceName} 127.0.0.1 {primary.Port} 1\n");
            sentinel._process = await RedisProcess.StartAsync([file, "--sentinel"], "+monitor master");
        }
        while (sentinel._process is null);

        await sentinel._process.UntilLoggedAsync("+slave");
        return sentinel;
    }

    /// <summary>Makes the replica the primary, and the primary a replica.</summary>
    public async Task FailOverAsync()
    {
        using var connection = await RedisConnection.OpenAsync(Port);
        for (var tries = 0; !await TryFailOverAsync(connection); tries++)
        {
            if (tries > 600)
            {
                throw new InvalidOperationException("It finds no replica that it can promote.");
            }

            await Task.Delay(100);
        }

        await _process!.UntilLoggedAsync("+switch-master");
    }

    /// <summary>It may not have heard enough of the replica yet.</summary>
    private static async Task<bool> TryFailOverAsync(RedisConnection connection)
    {
        try
        {
            await connection.CommandAsync("SENTINEL", "FAILOVER", ServiceName);
            return true;
        }
        catch (RedisErrorException e) when (e.Message.StartsWith("NOGOODSLAVE", StringComparison.Ordinal))
        {
            return false;
        }
    }

    /// <summary>Kills it and removes its files.</summary>
    public void Dispose()
    {
        _process?.Dispose();
        _folder.Dispose();
    }
}
