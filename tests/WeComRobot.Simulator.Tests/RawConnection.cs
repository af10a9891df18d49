using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests;

/// <summary>A bare socket to the simulator.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _socket = new();

    public static async Task<RawConnection> OpenAsync(SimulatorServer server)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(server.BaseAddress.Host, server.BaseAddress.Port);
        return connection;
    }

    public async Task SendAsync(string text) => await _socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>All that comes until the other side closes or resets.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        var received = new MemoryStream();
        var chunk = new byte[4096];
        try
        {
            for (int read; (read = await _socket.GetStream().ReadAsync(chunk, limit.Token)) > 0;)
            {
                received.Write(chunk, 0, read);
            }
        }
        catch (IOException)
        {
            // A reset ends the stream as a close does
        }

        return Encoding.UTF8.GetString(received.ToArray());
    }

    public void Dispose() => _socket.Dispose();
}
