using System;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary><c>/simulator/*</c>: what a test or the page asks of the simulator itself.</summary>
internal sealed class ControlEndpoints(RobotSet robots, ChatLog log, FaultQueue faults)
{
    private const string Json = "application/json; charset=utf-8";

    public Task HandleAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/simulator/messages") => MessagesAsync(context),
        ("DELETE", "/simulator/messages") => Clear(context),
        ("GET", "/simulator/media") => WriteAsync(context, Json, JsonText.Bytes(log.Media)),
        ("POST", "/simulator/faults") => ScriptAsync(context),
        _ => Status(context, StatusCodes.Status404NotFound),
    };

    // The page polls: where nothing is new it is told so in a few bytes
    private Task MessagesAsync(HttpContext context)
    {
        var (messages, version) = log.Read();
        var tag = $"\"{version}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag
            ? Status(context, StatusCodes.Status304NotModified)
            : WriteAsync(context, Json, JsonText.Bytes(messages));
    }

    private Task Clear(HttpContext context)
    {
        log.Clear(robots.All);
        faults.Clear();
        return Status(context, StatusCodes.Status204NoContent);
    }

    private async Task ScriptAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        try
        {
            faults.Add(FaultJson.Parse(body));
            await Status(context, StatusCodes.Status204NoContent);
        }
        catch (ArgumentException error)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(error.Message + "\n"));
        }
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
