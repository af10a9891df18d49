using System;
using System.Net.Http;
using WeComRobot.Http;
using WeComRobot.Media;
using WeComRobot.RateLimiting;

namespace WeComRobot.Delivery;

/// <summary>What all messages and uploads of a client share.</summary>
internal sealed class ClientState : IDisposable
{
    private readonly ConnectionCache _connections;

    public ClientState(TimeProvider time, RateLimit? limit, Func<string?> stateFolder, Func<HttpMessageHandler>? createHandler)
    {
        Time = time;
        Windows = new(limit, stateFolder, time);
        Media = new(new FileMediaStore(stateFolder, time));
        _connections = new(time, createHandler);
        Caller = new(_connections, Windows);
        Uploads = new(Caller, Media, Windows, time);
    }

    public TimeProvider Time { get; }

    public RateWindows Windows { get; }

    public MediaCache Media { get; }

    public ServiceCaller Caller { get; }

    public Uploads Uploads { get; }

    public void Dispose() => _connections.Dispose();
}
