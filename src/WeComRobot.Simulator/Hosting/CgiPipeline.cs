using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Faults;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary>Handles a request to <c>/cgi-bin/*</c>: takes its fault, reads its body, calls its endpoint and writes the response.</summary>
internal sealed class CgiPipeline(RobotSet robots, ChatLog log, FaultQueue faults, TimeProvider time)
{
    private const string SendPath = "/cgi-bin/webhook/send";
    private const string UploadPath = "/cgi-bin/webhook/upload_media";

    private static readonly Fault NoFault = new();

    private readonly SendEndpoint _send = new(log);
    private readonly UploadEndpoint _upload = new(log, time);
    private int _requestCount;

    public int RequestCount => Volatile.Read(ref _requestCount);

    public async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requestCount);
        Func<HttpContext, Fault, Task>? handle = context.Request.Path.Value switch
        {
            SendPath => SendAsync,
            UploadPath => UploadAsync,
            _ => null,
        };
        if (handle is null)
        {
            await RefusePathAsync(context);
            return;
        }

        var fault = faults.Take() ?? NoFault;
        if (fault.Cut == FaultCut.Before)
        {
            log.AddRejected(new() { Robot = FindRobot(context), IsUpload = IsUpload(context), Fault = fault });
            await new ResponseWriter(context, fault, time).DelayAsync();
            context.Abort();
            return;
        }

        await handle(context, fault);
    }

    // What the service answers is not known (service.md#the-webhook); who has mistyped the path finds it in the chat
    private async Task RefusePathAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        log.AddRejected(new()
        {
            Robot = FindRobot(context),
            Body = ReadText(context, body),
            IsUpload = IsUpload(context),
            UnknownPath = context.Request.Path.Value,
        });
        await context.ErrorAsync(StatusCodes.Status404NotFound, $"there are {SendPath} and {UploadPath}");
    }

    // A send is in flight until its response begins, so that a client that has the response can send the next message
    private async Task SendAsync(HttpContext context, Fault fault)
    {
        var writer = new ResponseWriter(context, fault, time);
        var robot = FindRobot(context);
        var hasTooManySends = robot?.TryBeginSend() == false;
        ServiceResponse response;
        try
        {
            response = await ProcessAsync(context, fault, hasTooManySends, _send.Handle);
            await writer.DelayAsync();
        }
        finally
        {
            robot?.EndSend();
        }

        await writer.SendAsync(response);
    }

    private async Task UploadAsync(HttpContext context, Fault fault)
    {
        var writer = new ResponseWriter(context, fault, time);
        var response = await ProcessAsync(context, fault, hasTooManySends: false, _upload.Handle);
        await writer.DelayAsync();
        await writer.SendAsync(response);
    }

    // The endpoint never sees a request whose fault replaces the response without accepting the message
    private async Task<ServiceResponse> ProcessAsync(
        HttpContext context, Fault fault, bool hasTooManySends, Func<CgiRequest, ServiceResponse> endpoint)
    {
        var body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        var robot = FindRobot(context);
        var scripted = fault == NoFault ? null : fault;
        if (fault.ReplacesResponse && fault.Accept != true)
        {
            log.AddRejected(new() { Robot = robot, Body = ReadText(context, body), IsUpload = IsUpload(context), Fault = scripted });
            return new ServiceResponse();
        }

        var response = endpoint(new CgiRequest(context.Request, robot, body, hasTooManySends, scripted));
        if (response.Refusal is { } refusal)
        {
            log.AddRejected(new() { Robot = robot, Body = ReadText(context, body), IsUpload = IsUpload(context), Refusal = refusal, Fault = scripted });
        }

        return response;
    }

    private static bool IsUpload(HttpContext context) =>
        context.Request.Path == UploadPath || context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    // The content of an upload is not kept
    private static BodyText ReadText(HttpContext context, byte[]? body) => IsUpload(context) ? BodyText.Empty : BodyText.Decode(body);

    private Robot? FindRobot(HttpContext context) => robots.Find(context.Request.Query["key"].ToString());
}
