using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>A socket before a server: it mistreats its first connections, and passes the others on.</summary>
internal sealed class FaultyFront : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Uri _behind;
    private readonly Func<RawPost, Task> _fault;
    private int _faults;

    /// <param name="behind">The server.</param>
    /// <param name="faults">How many connections meet the fault.</param>
    /// <param name="fault">What is done to them.</param>
    public FaultyFront(Uri behind, int faults, Func<RawPost, Task> fault)
    {
        (_behind, _faults, _fault) = (behind, faults, fault);

        // Bound and not listening yet: whoever connects is refused, and nobody else gets the port
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Is raised when a connection meets the fault.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Connections that met the fault.</summary>
    public int Mistreated { get; private set; }

    /// <summary>Requests that were read whole and not passed on.</summary>
    public int Posts { get; set; }

    /// <summary>Those of them whose message counts.</summary>
    public int Accepted { get; set; }

    public long WrittenBytes { get; set; }

    public bool IsListening { get; private set; }

    public void Listen()
    {
        if (!IsListening)
        {
            IsListening = true;
            _listener.Listen();
            _ = AcceptAsync();
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            try
            {
                if (_faults-- > 0)
                {
                    Mistreated++;
                    Changed.Raise();
                    await _fault(new(client, this));
                }
                else
                {
                    await RelayAsync(client);
                }
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
            {
                // The client has gone, as after a time-out
            }
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(_behind.Host, _behind.Port);
        await using var there = server.GetStream();
        await using var here = new NetworkStream(client);
        await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
    }
}
