using System;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>A connection that hides nothing: what the tests know of a server does not come from the library that the product uses.</summary>
public sealed class RedisConnection : IDisposable
{
    private readonly Stream _stream;
    private readonly Resp _resp;

    private RedisConnection(Stream stream) => (_stream, _resp) = (stream, new(stream));

    /// <summary>Connects.</summary>
    /// <param name="port">The server's port on 127.0.0.1.</param>
    /// <param name="certificate">The one that the server must have. Defaults to none: no TLS.</param>
    public static async Task<RedisConnection> OpenAsync(int port, X509Certificate2? certificate = null)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", port).InTimeAsync();
        var stream = new NetworkStream(socket, ownsSocket: true);
        if (certificate is null)
        {
            return new(stream);
        }

        var secure = new SslStream(stream, leaveInnerStreamOpen: false, (_, shown, _, _) => certificate.Equals(shown));
        await secure.AuthenticateAsClientAsync("localhost").InTimeAsync();
        return new(secure);
    }

    /// <summary>Sends a command.</summary>
    /// <returns>The answer: a string, a number, an array of these, or null.</returns>
    /// <exception cref="RedisErrorException">The answer is an error.</exception>
    public async Task<object?> CommandAsync(params string[] words)
    {
        await _resp.WriteAsync([.. words.Select(Encoding.UTF8.GetBytes)]).InTimeAsync();
        return await _resp.ReadAnswerAsync().InTimeAsync();
    }

    /// <summary>Closes it.</summary>
    public void Dispose() => _stream.Dispose();
}
