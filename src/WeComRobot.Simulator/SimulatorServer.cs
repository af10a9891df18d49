using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Hosting;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator;

/// <summary>A running simulator of the group-robot webhook service, on a real socket of 127.0.0.1.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly ChatLog _log;
    private readonly FaultQueue _faults = new();
    private readonly CgiPipeline _cgi;
    private readonly ControlEndpoints _control;
    private readonly KestrelHost _host;

    private SimulatorServer(SimulatorOptions options)
    {
        Keys = options.Keys.Count > 0 ? [.. options.Keys] : [Guid.NewGuid().ToString()];
        var robots = new RobotSet(Keys, options.Rate);
        _log = new ChatLog(options.Time);
        _cgi = new CgiPipeline(robots, _log, _faults, options.Time);
        _control = new ControlEndpoints(robots, _log, _faults);
        _host = new KestrelHost(RouteAsync);
    }

    /// <summary>The root, which is also the address of the chat page.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The keys that exist.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The messages accepted so far, in that order.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => _log.Messages;

    /// <summary>The uploads accepted so far, in that order.</summary>
    public IReadOnlyList<ReceivedMedia> Media => _log.Media;

    /// <summary>All requests to <c>/cgi-bin/*</c> so far, whatever they were answered.</summary>
    public int RequestCount => _cgi.RequestCount;

    /// <summary>The errcodes of the requests refused so far by the service's own rules, in that order; no scripted ones.</summary>
    public IReadOnlyList<int> Refusals => _cgi.Refusals;

    /// <summary>Starts a simulator; several may run in one process, each with its own state.</summary>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken ct = default)
    {
        options.Validate();
        var server = new SimulatorServer(options);
        try
        {
            server.BaseAddress = await server._host.StartAsync(options.Port, ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The send address of a key; of the first one unless told.</summary>
    public Uri Webhook(string? key = null) =>
        new(BaseAddress, $"cgi-bin/webhook/send?key={Uri.EscapeDataString(key ?? Keys[0])}");

    /// <summary>Adds to the faults of the next requests; consumed in order, one a request.</summary>
    /// <exception cref="ArgumentException">A fault contradicts itself; none was added.</exception>
    public void Script(params Fault[] faults) => _faults.Add(faults);

    /// <summary>Stops listening and cuts what is still in flight.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path;
        return path.StartsWithSegments("/cgi-bin", StringComparison.Ordinal) ? _cgi.HandleAsync(context)
            : path.StartsWithSegments("/simulator", StringComparison.Ordinal) ? _control.HandleAsync(context)
            : PageAssets.HandleAsync(context);
    }
}
