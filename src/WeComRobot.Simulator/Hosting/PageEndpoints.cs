using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Inspecting;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Rules;
using WeComRobot.Simulator.State;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The endpoints of <c>/simulator/*</c> that the page uses.</summary>
internal sealed class PageEndpoints(RobotSet robots, ChatLog log, EntryViews views, TimeProvider time)
{
    private const string Entries = "/simulator/entries/";

    private readonly EventStream _events = new(robots, log, views, time);

    public Task HandleAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/simulator/events") => _events.HandleAsync(context),
        ("GET", "/simulator/robots") => context.JsonAsync(RobotView.List(robots, context.Request)),
        ("POST", "/simulator/check") => CheckAsync(context),
        ("GET", "/simulator/gallery") => context.JsonAsync(Gallery.Read(PageTexts.For(context.Request))),
        ("GET", { } path) when path.StartsWith(Entries, StringComparison.Ordinal) => GetEntryAsync(context, path[Entries.Length..].Split('/')),
        _ => context.ErrorAsync(
            StatusCodes.Status404NotFound, "for tests there are GET messages, wait and media, DELETE messages, and POST faults, under /simulator/"),
    };

    private Task GetEntryAsync(HttpContext context, string[] parts)
    {
        var entry = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? log.Find(id) : null;
        return (entry, parts) switch
        {
            ({ }, [_]) => context.JsonAsync(Inspect(context, entry)),
            ({ }, [_, "image"]) when ImageRule.Read(new EntryBody(entry.Body).Payload) is { } image => context.BytesAsync(image.Type, image.Bytes),
            _ => context.StatusAsync(StatusCodes.Status404NotFound),
        };
    }

    // Says of a message what the service would, apart from the minute, and sends nothing
    private async Task CheckAsync(HttpContext context)
    {
        var number = context.Request.Query["robot"].ToString();
        var robot = robots.All.FirstOrDefault(robot => robot.Number.ToString(CultureInfo.InvariantCulture) == number) ?? robots.All[0];
        var bytes = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        var entry = Check(robot, bytes);
        await context.JsonAsync(new { entry = views.View(entry, PageTexts.For(context.Request)), details = Inspect(context, entry) });
    }

    private ChatEntry Check(Robot robot, byte[]? bytes)
    {
        var verdict = MessageVerdict.Of(bytes, contentType: "", mediaId => log.FindMedia(mediaId, robot.Key));
        var body = BodyText.Decode(bytes);
        var now = time.GetUtcNow();
        return new()
        {
            Robot = robot,
            At = now,
            Body = body,
            Refusal = verdict.Result.Refusal,
            Message = verdict.Result.Refusal is null ? verdict.CreateMessage(robot.Key, now, body.Text) : null,
        };
    }

    private DetailsView Inspect(HttpContext context, ChatEntry entry) => views.Inspect(
        entry, PageAddress.Webhook(context.Request, (entry.Robot ?? robots.All[0]).Key), PageTexts.For(context.Request));
}
