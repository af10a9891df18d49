using System;
using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace WeComRobot.Benchmarks;

/// <summary>
/// A service on loopback that accepts whatever is sent or uploaded, and costs next to nothing itself: it reads no more of a request
/// than its head and its length, in a thread for each connection, and allocates nothing.
/// </summary>
internal sealed class Answerer : IAnswerer
{
    private const int BufferBytes = 64 * 1024;

    private static readonly byte[] SendAnswer = Answer("""{"errcode":0,"errmsg":"ok"}""");
    private static readonly byte[] UploadAnswer = Answer("""{"errcode":0,"errmsg":"ok","type":"file","media_id":"M","created_at":"1380000000"}""");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _connections;
    private int _requests;

    /// <summary>Starts to listen, on a free port.</summary>
    public Answerer()
    {
        _listener.Start();
        Webhook = IAnswerer.WebhookAt(((IPEndPoint)_listener.LocalEndpoint).Port);
        new Thread(Listen) { IsBackground = true }.Start();
    }

    /// <inheritdoc/>
    public Uri Webhook { get; }

    /// <inheritdoc/>
    public int Connections => _connections;

    /// <inheritdoc/>
    public int Requests => _requests;

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static byte[] Answer(string json) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: {json.Length}\r\n\r\n{json}");

    private void Listen()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                socket.NoDelay = true;
                Interlocked.Increment(ref _connections);
                new Thread(() => Serve(socket)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The listener was stopped by Dispose
        }
    }

    private void Serve(Socket socket)
    {
        Span<byte> buffer = stackalloc byte[BufferBytes];
        try
        {
            while (ReadHead(socket, buffer) is { Head: > 0 } read)
            {
                var head = buffer[..read.Head];
                Ascii.ToLowerInPlace(head, out _);
                var answer = head.IndexOf("upload_media"u8) < 0 ? SendAnswer : UploadAnswer;
                var left = ContentLength(head) - (read.All - read.Head);
                if (head.IndexOf("expect: 100-continue"u8) > 0)
                {
                    socket.Send("HTTP/1.1 100 Continue\r\n\r\n"u8);
                }

                while (left > 0 && socket.Receive(buffer) is > 0 and var count)
                {
                    left -= count;
                }

                Interlocked.Increment(ref _requests);
                socket.Send(answer);
            }
        }
        catch (SocketException)
        {
            // The client closed the connection
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>Reads to the end of a head, and perhaps beyond.</summary>
    /// <returns>The length of the head, 0 at the end of the connection; and of all that was read.</returns>
    private static (int Head, int All) ReadHead(Socket socket, Span<byte> buffer)
    {
        for (int all = 0, count; (count = socket.Receive(buffer[all..])) > 0;)
        {
            all += count;
            if (buffer[..all].IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                return (end + 4, all);
            }
        }

        return default;
    }

    private static long ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "content-length: "u8;
        return head.IndexOf(name) is > 0 and var start && Utf8Parser.TryParse(head[(start + name.Length)..], out long length, out _) ? length : 0;
    }
}
