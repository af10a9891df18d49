using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The endpoints of <c>/simulator/*</c> with which tests inspect and control the simulator.</summary>
internal sealed class ControlEndpoints(RobotSet robots, ChatLog log, FaultQueue faults, TimeProvider time)
{
    private readonly WaitEndpoint _wait = new(robots, log, time);

    /// <returns>False if the request is for another endpoint.</returns>
    public async Task<bool> TryHandleAsync(HttpContext context)
    {
        Func<HttpContext, Task>? handle = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/simulator/messages") => GetMessagesAsync,
            ("DELETE", "/simulator/messages") => ClearAsync,
            ("GET", "/simulator/wait") => _wait.HandleAsync,
            ("GET", "/simulator/media") => context => context.JsonAsync(log.Media),
            ("POST", "/simulator/faults") => AddFaultsAsync,
            _ => null,
        };
        if (handle is null)
        {
            return false;
        }

        try
        {
            await handle(context);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            await context.ErrorAsync(StatusCodes.Status400BadRequest, error.Message);
        }

        return true;
    }

    private Task GetMessagesAsync(HttpContext context)
    {
        var filter = new MessageQuery(context.Request.Query, robots);
        return context.JsonAsync(log.Messages.Where(filter.Matches));
    }

    private Task ClearAsync(HttpContext context)
    {
        log.Clear(robots.All);
        faults.Clear();
        return context.StatusAsync(StatusCodes.Status204NoContent);
    }

    private async Task AddFaultsAsync(HttpContext context)
    {
        faults.Add(FaultJson.Parse(await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted)));
        await context.StatusAsync(StatusCodes.Status204NoContent);
    }
}
