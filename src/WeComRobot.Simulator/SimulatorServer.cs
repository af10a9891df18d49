using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Hosting;
using WeComRobot.Simulator.Inspecting;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator;

/// <summary>A running simulator of the group-robot webhook service. It listens on 127.0.0.1, unless the options say otherwise.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly ChatLog _log;
    private readonly FaultQueue _faults = new();
    private readonly CgiPipeline _cgi;
    private readonly ControlEndpoints _control;
    private readonly PageEndpoints _page;
    private readonly IPAddress _listen;
    private readonly KestrelHost _host;

    private SimulatorServer(SimulatorOptions options)
    {
        Keys = options.Keys.Count > 0 ? [.. options.Keys] : [Guid.NewGuid().ToString()];
        var robots = new RobotSet(Keys, options.Rate);
        _log = new ChatLog(options.Time);
        _cgi = new CgiPipeline(robots, _log, _faults, options.Time);
        _control = new ControlEndpoints(robots, _log, _faults, options.Time);
        _page = new PageEndpoints(robots, _log, new EntryViews(options.Adviser, options.Rate), options.Time);
        _listen = options.Listen;
        _host = new KestrelHost(RouteAsync);
    }

    /// <summary>The root address, where the chat page is served.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The webhook keys that the simulator accepts.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The messages that were accepted among the latest 10,000 requests, oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => _log.Messages;

    /// <summary>The latest uploads that were accepted, up to 10,000, oldest first.</summary>
    public IReadOnlyList<ReceivedMedia> Media => _log.Media;

    /// <summary>The number of requests to <c>/cgi-bin/*</c> so far, whatever the response.</summary>
    public int RequestCount => _cgi.RequestCount;

    /// <summary>
    /// The errcodes that the service's own rules refused with among the latest 10,000 requests, oldest first. Scripted faults are not
    /// among them, and <c>DELETE /simulator/messages</c> forgets them.
    /// </summary>
    public IReadOnlyList<int> Refusals => _log.Refusals;

    /// <summary>Starts a simulator. Several can run in one process, each with its own state.</summary>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken ct = default)
    {
        options.Validate();
        var server = new SimulatorServer(options);
        try
        {
            var port = await server._host.StartAsync(options.Listen, options.Port, ct);
            server.BaseAddress = new UriBuilder(Uri.UriSchemeHttp, ReachableAddress(options.Listen).ToString(), port).Uri;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The webhook URL of a key, which defaults to the first one.</summary>
    public Uri Webhook(string? key = null) =>
        new(BaseAddress, $"cgi-bin/webhook/send?key={Uri.EscapeDataString(key ?? Keys[0])}");

    /// <summary>Queues faults for the next requests. Each request takes one, in order.</summary>
    /// <exception cref="ArgumentException">A fault contradicts itself. None of the faults is queued.</exception>
    public void Script(params Fault[] faults) => _faults.Add(faults);

    /// <summary>Stops listening and aborts the requests in flight.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    // What listens on all addresses is reached from this machine by its loopback address
    private static IPAddress ReachableAddress(IPAddress listen) =>
        listen.Equals(IPAddress.Any) ? IPAddress.Loopback : listen.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : listen;

    private async Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isService = path.StartsWithSegments("/cgi-bin", StringComparison.Ordinal);
        context.Response.Protect(isService);
        if (!OriginGuard.Allows(context.Request, isService))
        {
            await context.ErrorAsync(StatusCodes.Status403Forbidden, OriginGuard.Refusal);
        }
        else if (isService)
        {
            await _cgi.HandleAsync(context);
        }
        else if (!HostGuard.Allows(context.Request, _listen))
        {
            await context.ErrorAsync(StatusCodes.Status421MisdirectedRequest, HostGuard.Explain(context.Connection, _listen));
        }
        else if (!path.StartsWithSegments("/simulator", StringComparison.Ordinal))
        {
            await PageAssets.HandleAsync(context);
        }
        else if (!await _control.TryHandleAsync(context))
        {
            await _page.HandleAsync(context);
        }
    }
}
