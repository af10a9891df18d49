using System;
using System.Net;
using System.Net.Sockets;

namespace WeComRobot.Tests.Support;

/// <summary>Ports for servers that go away and come back.</summary>
public static class TestPort
{
    // Below those that systems give to clients: else a client that tries again and again would meanwhile take the port of the server
    // that it waits for, or even get connected to itself
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port of 127.0.0.1 on which nobody listens.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there: the next one
            }
        }
    }
}
