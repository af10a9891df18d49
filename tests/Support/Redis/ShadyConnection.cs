using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>A client's connection to a <see cref="ShadyRedis"/>, and the one from there to the server.</summary>
internal sealed class ShadyConnection(ShadyRedis shady, TcpClient client) : IDisposable
{
    private readonly TcpClient _server = new();

    /// <summary>Completes when one of the two is closed.</summary>
    public async Task ServeAsync(int serverPort)
    {
        await _server.ConnectAsync("127.0.0.1", serverPort);
        client.NoDelay = _server.NoDelay = true;
        await await Task.WhenAny(PassRequestsAsync(), PassAnswersAsync());
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task PassRequestsAsync()
    {
        var (requests, server) = (new Resp(client.GetStream()), new Resp(_server.GetStream()));
        while (true)
        {
            await server.WriteAsync(Replace(await requests.ReadRequestAsync()));
        }
    }

    private IReadOnlyList<byte[]> Replace(IReadOnlyList<byte[]> request) =>
        shady.Conduct is { Script: { } script } conduct && conduct.Replaces(shady.Commands).Contains(Encoding.ASCII.GetString(request[0]))
            ? [[.. "EVAL"u8], Encoding.UTF8.GetBytes(script), [.. "0"u8]]
            : request;

    private async Task PassAnswersAsync()
    {
        var (server, to) = (_server.GetStream(), client.GetStream());
        var answers = new byte[64 * 1024];
        for (int read; (read = await server.ReadAsync(answers)) > 0;)
        {
            await Task.Delay(shady.Conduct.Delay);
            await shady.UntilAnsweringAsync();
            if (shady.Conduct.Answer is { } other)
            {
                await to.WriteAsync(other);
                return;
            }

            await to.WriteAsync(answers.AsMemory(0, read));
        }
    }
}
