using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>An upload server that discards the body and reports success, so that only the client's allocations are measured.</summary>
internal sealed class UploadSink : IDisposable
{
    private static readonly byte[] EndOfUpload = "--\r\n"u8.ToArray();

    private static readonly byte[] Response = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 68\r\n\r\n" +
        """{"errcode":0,"errmsg":"ok","media_id":"M","created_at":"1380000000"}""");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public UploadSink()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public string Webhook => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/cgi-bin/webhook/send?key={Guid.NewGuid()}";

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
                {
                    if (buffer.AsSpan(0, read).EndsWith(EndOfUpload))
                    {
                        await stream.WriteAsync(Response);
                        break;
                    }
                }
            }
        }
        catch (SocketException)
        {
            // The listener was stopped by Dispose
        }
    }
}
