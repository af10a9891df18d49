using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>One connection of bare bytes to <see cref="FaultyFront"/>.</summary>
internal sealed class RawPost(Socket socket, FaultyFront front)
{
    private readonly NetworkStream _stream = new(socket);

    /// <summary>Waits until something has come, and reads none of it: a reset before that would be a refused connection to some systems.</summary>
    public async Task UntilSentAsync() => await socket.ReceiveAsync(Array.Empty<byte>());

    /// <summary>Reads the request's head, and none of its body.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await _stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    /// <summary>Reads the whole request.</summary>
    public async Task ReadAsync()
    {
        var head = await ReadHeadAsync();
        var length = head.Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)).Split(' ')[1];
        await _stream.ReadExactlyAsync(new byte[int.Parse(length, CultureInfo.InvariantCulture)]);
        front.Posts++;
    }

    /// <summary>The message counts.</summary>
    public void Accept() => front.Accepted++;

    /// <summary>Answers, and keeps nothing more for this connection.</summary>
    public async Task AnswerAsync(byte[] body, string headers = "Content-Type: application/json\r\n")
    {
        await WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await WriteAsync(body);
    }

    /// <summary>Answers with that much, as far as anybody takes it.</summary>
    public async Task AnswerEndlesslyAsync(string start, long length)
    {
        var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
        await WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{start}"));
        for (long sent = start.Length; sent < length; sent += block.Length)
        {
            await WriteAsync(block);
        }
    }

    /// <summary>Takes part in a TLS handshake, as far as the client does.</summary>
    public async Task SpeakTlsAsync(X509Certificate2 certificate)
    {
        await using var tls = new SslStream(_stream);
        await tls.AuthenticateAsServerAsync(certificate);
        await tls.CopyToAsync(Stream.Null);
    }

    /// <summary>Breaks the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Reads on without a word until the other side has gone.</summary>
    public Task FallSilentAsync() => _stream.CopyToAsync(Stream.Null);

    public async Task WriteAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes);
        front.WrittenBytes += bytes.Length;
    }
}
