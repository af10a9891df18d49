using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The way of a request to <c>/cgi-bin/*</c>: its fault, its body, its endpoint, its answer.</summary>
internal sealed class CgiPipeline(RobotSet robots, ChatLog log, FaultQueue faults, TimeProvider time)
{
    private static readonly Fault None = new();

    private readonly SendEndpoint _send = new(log);
    private readonly UploadEndpoint _upload = new(log, time);
    private readonly ConcurrentQueue<int> _refusals = new();
    private int _requests;

    public int RequestCount => Volatile.Read(ref _requests);

    public IReadOnlyList<int> Refusals => [.. _refusals];

    public async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var fault = faults.Next() ?? None;
        if (fault.Cut == FaultCut.Before)
        {
            context.Abort();
            return;
        }

        switch (context.Request.Path.Value)
        {
            case "/cgi-bin/webhook/send":
                await SendAsync(context, fault);
                break;
            case "/cgi-bin/webhook/upload_media":
                await UploadAsync(context, fault);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    // A send is in flight until its answer begins: who has got it may send the next at once
    private async Task SendAsync(HttpContext context, Fault fault)
    {
        var reply = new Reply(context, fault, time);
        var robot = RobotOf(context);
        var crowded = robot?.Enter() == false;
        Answer answer;
        try
        {
            answer = await ProcessAsync(context, fault, crowded, _send.Answer);
            await reply.DelayAsync();
        }
        finally
        {
            robot?.Leave();
        }

        await reply.SendAsync(answer);
    }

    private async Task UploadAsync(HttpContext context, Fault fault)
    {
        var reply = new Reply(context, fault, time);
        var answer = await ProcessAsync(context, fault, crowded: false, _upload.Answer);
        await reply.DelayAsync();
        await reply.SendAsync(answer);
    }

    // Where the fault replaces the answer and does not accept, the endpoint never sees the request
    private async Task<Answer> ProcessAsync(HttpContext context, Fault fault, bool crowded, Func<CgiRequest, Answer> endpoint)
    {
        var body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        var answer = fault.ReplacesAnswer && fault.Accept != true
            ? new Answer()
            : endpoint(new CgiRequest(context.Request, RobotOf(context), body, crowded));
        if (answer.Refusal is { } refusal)
        {
            _refusals.Enqueue(refusal.Code);
        }

        return answer;
    }

    private Robot? RobotOf(HttpContext context) => robots.Find(context.Request.Query["key"].ToString());
}
