using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WeComRobot.Benchmarks;

/// <summary>A real web server on loopback, without any middleware, that accepts whatever is sent or uploaded.</summary>
internal sealed class KestrelAnswerer : IAnswerer
{
    private static readonly byte[] SendAnswer = """{"errcode":0,"errmsg":"ok"}"""u8.ToArray();
    private static readonly byte[] UploadAnswer = """{"errcode":0,"errmsg":"ok","type":"file","media_id":"M","created_at":"1380000000"}"""u8.ToArray();

    private readonly WebApplication _server;
    private int _connections;
    private int _requests;

    /// <summary>Starts to listen, on a free port.</summary>
    public KestrelAnswerer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(Count)));
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.StartAsync().GetAwaiter().GetResult();
        Webhook = IAnswerer.WebhookAt(new Uri(_server.Urls.Single()).Port);
    }

    /// <inheritdoc/>
    public Uri Webhook { get; }

    /// <inheritdoc/>
    public int Connections => _connections;

    /// <inheritdoc/>
    public int Requests => _requests;

    /// <inheritdoc/>
    public void Dispose() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private ConnectionDelegate Count(ConnectionDelegate next) => connection =>
    {
        Interlocked.Increment(ref _connections);
        return next(connection);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        Interlocked.Increment(ref _requests);
        var answer = context.Request.Path.Value!.EndsWith("upload_media", StringComparison.Ordinal) ? UploadAnswer : SendAnswer;
        context.Response.ContentType = "application/json; charset=UTF-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }
}
