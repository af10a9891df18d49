using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Robots;

namespace WeComRobot.Client.Tests;

/// <summary>One connection of bare bytes, for what no well-behaved server does.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <param name="answer">Writes the answer, once the request's head has come.</param>
    public RawServer(Func<NetworkStream, Task> answer)
    {
        _listener.Start();
        Address = WebhookAddress.Parse($"http://{_listener.LocalEndpoint}/cgi-bin/webhook/send?key={Keys.First}");
        Head = ServeAsync(answer);
    }

    public WebhookAddress Address { get; }

    /// <summary>The request's head, when its answer has been written or its client has gone.</summary>
    public Task<string> Head { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string> ServeAsync(Func<NetworkStream, Task> answer)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var head = await ReadHeadAsync(stream);
        await answer(stream);
        return head;
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
