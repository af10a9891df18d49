using System;
using System.IO;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>A real redis-server of one test, which may be killed, paused and started again.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly RedisCertificate? _certificate;
    private RedisProcess? _process;

    private RedisServer(RedisSettings settings)
    {
        Settings = settings;
        _certificate = settings.Tls ? new(_folder) : null;
    }

    /// <summary>What it is like.</summary>
    public RedisSettings Settings { get; private set; }

    /// <summary>Its port on 127.0.0.1, the same in each of its lives.</summary>
    public int Port { get; private set; }

    /// <summary>Its address, as clients are given it.</summary>
    public string EndPoint => $"127.0.0.1:{Port}";

    /// <summary>Its certificate, if it speaks TLS.</summary>
    public RedisCertificate Certificate => _certificate ?? throw new InvalidOperationException("It does not speak TLS.");

    private string DataFolder => _folder.PathOf("data");

    /// <summary>Starts one on a port of its own, and waits until it answers; a replica has all data by then.</summary>
    public static async Task<RedisServer> StartAsync(RedisSettings? settings = null)
    {
        var server = new RedisServer(settings ?? new());
        Directory.CreateDirectory(server.DataFolder);
        do
        {
            server.Port = TestPort.Find();
        }
        while (!await server.TryRunAsync());

        return server;
    }

    /// <summary>SIGKILL: clients see their connections cut, and new ones refused.</summary>
    public void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Starts it on the same port once more. If it runs, it is killed first.</summary>
    /// <param name="keepData">Whether it finds what it has written (<see cref="RedisSettings.KeepsData"/>) or nothing.</param>
    public async Task RestartAsync(bool keepData)
    {
        Kill();
        if (!keepData)
        {
            Directory.Delete(DataFolder, recursive: true);
            Directory.CreateDirectory(DataFolder);
        }

        if (!await TryRunAsync())
        {
            throw new InvalidOperationException($"Meanwhile somebody else listens on port {Port}.");
        }
    }

    /// <summary>SIGSTOP: connections stay, new ones are made, but nothing is answered.</summary>
    public void Pause() => Running.Pause();

    /// <summary>SIGCONT: all that waits is answered.</summary>
    public void Resume() => Running.Resume();

    /// <summary>Makes a replica take over.</summary>
    public async Task PromoteAsync()
    {
        await CommandAsync("REPLICAOF", "NO", "ONE");
        Settings = Settings with { ReplicaOf = null };
    }

    /// <summary>Connects, without any password.</summary>
    public Task<RedisConnection> ConnectAsync() => RedisConnection.OpenAsync(Port, _certificate?.Certificate);

    /// <summary>Sends a command as the user "default".</summary>
    /// <returns>The answer: a string, a number, an array of these, or null.</returns>
    /// <exception cref="RedisErrorException">The answer is an error.</exception>
    public async Task<object?> CommandAsync(params string[] words)
    {
        using var connection = await ConnectAsync();
        if (Settings.Password is { } password)
        {
            await connection.CommandAsync("AUTH", password);
        }

        return await connection.CommandAsync(words);
    }

    /// <summary>Kills it and removes its files.</summary>
    public void Dispose()
    {
        Kill();
        _folder.Dispose();
    }

    private RedisProcess Running => _process ?? throw new InvalidOperationException("It has been killed.");

    private async Task<bool> TryRunAsync()
    {
        _process = await RedisProcess.StartAsync(
            Settings.ToArguments(Port, DataFolder, _certificate),
            Settings.ReplicaOf is null ? "Ready to accept connections" : "MASTER <-> REPLICA sync: Finished with success");
        if (_process is not null && Settings.Cluster)
        {
            await ServeAllSlotsAsync(_process);
        }

        return _process is not null;
    }

    private async Task ServeAllSlotsAsync(RedisProcess process)
    {
        // It has them already if it found its data
        if (((string)(await CommandAsync("CLUSTER", "INFO"))!).Contains("cluster_slots_assigned:0", StringComparison.Ordinal))
        {
            await CommandAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        }

        await process.UntilLoggedAsync("Cluster state changed: ok");
    }
}
