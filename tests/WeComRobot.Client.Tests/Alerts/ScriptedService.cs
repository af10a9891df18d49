using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>Stands in for the network: answers as the service does, or fails as it is told to.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    /// <summary>How posts end, the next one first. Defaults to delivered.</summary>
    public Queue<Ending> Endings { get; } = [];

    /// <summary>What was posted, and how that ended.</summary>
    public List<(string Text, Ending Ending)> Posts { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var ending = Endings.TryDequeue(out var next) ? next : Ending.Delivered;
        Posts.Add(((string)(body["text"] ?? body["markdown"])!["content"]!, ending));
        return ending switch
        {
            Ending.Delivered => Answer(0),
            Ending.Busy => Answer(-1),
            Ending.Refused => Answer(40008),
            _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, null, new IOException()),
        };
    }

    private static HttpResponseMessage Answer(int code) =>
        new() { Content = new StringContent($$"""{"errcode":{{code}},"errmsg":"x"}""", Encoding.UTF8, "application/json") };
}
