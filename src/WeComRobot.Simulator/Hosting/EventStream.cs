using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Inspecting;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Hosting;

/// <summary>
/// <c>GET /simulator/events</c>: all entries of the log, and then each new one, as server-sent events. An event's id is the log's
/// generation and the entry's number, so that a browser that reconnects goes on where it was, and a page that closed its stream goes
/// on with <c>?after=</c>.
/// </summary>
internal sealed class EventStream(RobotSet robots, ChatLog log, EntryViews views, TimeProvider time)
{
    public Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return SseFormatter.WriteAsync(
            ReadAsync(context.Request, context.RequestAborted),
            context.Response.Body,
            (item, writer) => writer.Write(JsonText.Serialize(item.Data)),
            context.RequestAborted);
    }

    private async IAsyncEnumerable<SseItem<object>> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var texts = PageTexts.For(request);
        var (generation, id) = ReadPosition(request);
        yield return new(new { now = time.GetUtcNow(), lastId = log.LastId, robots = RobotView.List(robots, request) }, "hello");
        while (true)
        {
            var page = log.ReadAfter(id);
            if (page.Generation != generation)
            {
                (generation, id) = (page.Generation, 0);
                yield return new(new { }, "cleared");
                continue;
            }

            foreach (var entry in page.Entries)
            {
                id = entry.Id;
                yield return new(views.View(entry, texts), "entry") { EventId = $"{generation}-{id}" };
            }

            await page.Change.WaitAsync(cancel);
        }
    }

    // A browser that reconnects by itself sends the header, and the address as it was at first
    private static (string Generation, long Id) ReadPosition(HttpRequest request)
    {
        var eventId = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : request.Query["after"].ToString();
        var end = eventId.LastIndexOf('-');
        return end > 0 && long.TryParse(eventId[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (eventId[..end], id)
            : ("", 0);
    }
}
