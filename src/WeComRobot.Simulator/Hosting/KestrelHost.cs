using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WeComRobot.Simulator.Hosting;

/// <summary>Kestrel without a generic host, so that no configuration is read, nothing is logged and no signals are handled.</summary>
internal sealed class KestrelHost(RequestDelegate handle) : IHttpApplication<HttpContext>, IServiceProvider, IAsyncDisposable
{
    private KestrelServer? _server;

    /// <returns>The port that the server listens on.</returns>
    /// <exception cref="IOException">The port is in use, or the address is none of this machine.</exception>
    public async Task<int> StartAsync(IPAddress address, int port, CancellationToken cancel)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = this };
        // Too large bodies must reach the endpoint for its errcode, and tests send bodies and responses slowly
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(address, port);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await _server.StartAsync(this, cancel);
        }
        catch (SocketException error)
        {
            // Kestrel makes this of a port in use only
            throw new IOException($"Failed to bind to address {new IPEndPoint(address, port)}: {error.Message}.", error);
        }

        return new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
    }

    // A canceled token aborts requests in flight instead of waiting for them
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(new CancellationToken(canceled: true));
            _server.Dispose();
        }
    }

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) =>
        new DefaultHttpContext(contextFeatures);

    Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context) => handle(context);

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception)
    {
    }

    object? IServiceProvider.GetService(Type serviceType) => null;
}
