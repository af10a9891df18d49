using System;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary><c>/simulator/*</c>: the endpoints with which tests and the chat page inspect and control the simulator.</summary>
internal sealed class ControlEndpoints(RobotSet robots, ChatLog log, FaultQueue faults)
{
    private const string Json = "application/json; charset=utf-8";

    public Task HandleAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/simulator/messages") => GetMessagesAsync(context),
        ("DELETE", "/simulator/messages") => ClearAsync(context),
        ("GET", "/simulator/media") => WriteAsync(context, Json, JsonText.Serialize(log.Media)),
        ("POST", "/simulator/faults") => AddFaultsAsync(context),
        _ => RespondAsync(context, StatusCodes.Status404NotFound),
    };

    // The page polls every second, so the response to an unchanged chat is a short 304
    private Task GetMessagesAsync(HttpContext context)
    {
        var (messages, version) = log.Read();
        var tag = $"\"{version}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag
            ? RespondAsync(context, StatusCodes.Status304NotModified)
            : WriteAsync(context, Json, JsonText.Serialize(messages));
    }

    private Task ClearAsync(HttpContext context)
    {
        log.Clear(robots.All);
        faults.Clear();
        return RespondAsync(context, StatusCodes.Status204NoContent);
    }

    private async Task AddFaultsAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        try
        {
            faults.Add(FaultJson.Parse(body));
            await RespondAsync(context, StatusCodes.Status204NoContent);
        }
        catch (ArgumentException error)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(error.Message + "\n"));
        }
    }

    private static Task RespondAsync(HttpContext context, int status)
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
