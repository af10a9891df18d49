using System;

namespace WeComRobot.Benchmarks;

/// <summary>What answers in place of the service.</summary>
internal interface IAnswerer : IDisposable
{
    /// <summary>The address to send to.</summary>
    Uri Webhook { get; }

    /// <summary>The address to upload to.</summary>
    Uri Upload => new(Webhook.AbsoluteUri.Replace("send?", "upload_media?type=file&", StringComparison.Ordinal));

    /// <summary>The number of connections opened so far.</summary>
    int Connections { get; }

    /// <summary>The number of requests answered so far.</summary>
    int Requests { get; }

    /// <summary>A webhook at a port of loopback.</summary>
    static Uri WebhookAt(int port) => new($"http://127.0.0.1:{port}/cgi-bin/webhook/send?key={Guid.NewGuid()}");
}
