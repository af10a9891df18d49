using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Inspecting;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Hosting;

/// <summary>
/// <c>GET /simulator/events</c>: all entries of the log, and then each new one, as server-sent events. An event's id is the log's
/// generation and the entry's number, so that a browser that reconnects goes on where it was.
/// </summary>
internal sealed class EventStream(RobotSet robots, ChatLog log, EntryViews views, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        var texts = PageTexts.For(context.Request);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var (seen, id) = ReadPosition(context.Request.Headers["Last-Event-ID"].ToString());
        await WriteAsync(context, "hello", null, JsonText.Serialize(Hello(context)));
        while (true)
        {
            var page = log.ReadAfter(id);
            if (page.Generation != seen)
            {
                (seen, id) = (page.Generation, 0);
                await WriteAsync(context, "cleared", null, "{}"u8.ToArray());
                continue;
            }

            foreach (var entry in page.Entries)
            {
                id = entry.Id;
                await WriteAsync(context, "entry", $"{page.Generation}-{id}", JsonText.Serialize(views.View(entry, texts)));
            }

            await context.Response.Body.FlushAsync(context.RequestAborted);
            await page.Change.WaitAsync(context.RequestAborted);
        }
    }

    private object Hello(HttpContext context)
    {
        var now = time.GetUtcNow();
        return new
        {
            now,
            robots = robots.All.Select(robot => new
            {
                robot.Number,
                webhook = PageAddress.Webhook(context.Request, robot.Key),
                window = views.View(log.GetPlacesFree(robot)),
            }),
        };
    }

    private static (string Generation, long Id) ReadPosition(string eventId)
    {
        var end = eventId.LastIndexOf('-');
        return end > 0 && long.TryParse(eventId[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (eventId[..end], id)
            : ("", 0);
    }

    // The JSON has no line breaks, so each event is one line of data
    private static async Task WriteAsync(HttpContext context, string name, string? id, byte[] json)
    {
        var head = id is null ? $"event: {name}\ndata: " : $"id: {id}\nevent: {name}\ndata: ";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(head), context.RequestAborted);
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
        await context.Response.Body.WriteAsync("\n\n"u8.ToArray(), context.RequestAborted);
    }
}
