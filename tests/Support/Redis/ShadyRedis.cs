using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>Stands between clients and a real server (without TLS), and behaves as badly as a test says.</summary>
public sealed class ShadyRedis : IDisposable
{
    private readonly RedisServer _server;
    private readonly ConcurrentDictionary<ShadyConnection, bool> _connections = [];
    private readonly Signal _conductChanged = new();
    private TcpListener? _listener;

    private ShadyRedis(RedisServer server, RedisCommands commands) => (_server, Commands) = (server, commands);

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; } = TestPort.Find();

    /// <summary>Its address, as clients are given it.</summary>
    public string EndPoint => $"127.0.0.1:{Port}";

    /// <summary>How it treats its clients from now on. Defaults to <see cref="ShadyConduct.Honest"/>.</summary>
    public ShadyConduct Conduct
    {
        get;
        set
        {
            field = value;
            _conductChanged.Raise();
        }
    } = ShadyConduct.Honest;

    internal RedisCommands Commands { get; }

    /// <summary>Starts one.</summary>
    /// <param name="server">The server whose clients are to connect to this one instead.</param>
    public static async Task<ShadyRedis> StartAsync(RedisServer server)
    {
        var shady = new ShadyRedis(server, await RedisCommands.AskAsync(server));
        shady.Open();
        return shady;
    }

    /// <summary>Accepts connections, as it does from its start.</summary>
    public void Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    /// <summary>Cuts all connections and refuses new ones.</summary>
    public void Close()
    {
        _listener?.Dispose();
        Cut();
    }

    /// <summary>Cuts all connections.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    /// <summary>Ends it; the server goes on.</summary>
    public void Dispose()
    {
        Close();
        Conduct = ShadyConduct.Honest;
    }

    /// <summary>Completes when answers may go on.</summary>
    internal Task UntilAnsweringAsync() => _conductChanged.UntilAsync(() => !Conduct.HoldsAnswers);

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has been closed
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = new ShadyConnection(this, client);
        _connections[connection] = true;
        try
        {
            await connection.ServeAsync(_server.Port);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two ends is gone, and so is the other when this returns
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }
}
