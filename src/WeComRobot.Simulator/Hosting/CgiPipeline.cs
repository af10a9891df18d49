using System;
using System.Collections.Generic;
using System.Text;
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
    private const string KnownPaths = $"there are {SendPath} and {UploadPath}";

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
            log.AddRejected(Describe(context, fault));
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
        var entry = Describe(context, NoFault);
        log.AddRejected(WithContent(entry, new(context.Request, entry.Robot, body, HasTooManySends: false, entry)) with
        {
            UnknownPath = context.Request.Path.Value,
            Response = new(StatusCodes.Status404NotFound, "text/plain", Encoding.UTF8.GetBytes(KnownPaths), new Dictionary<string, string>()),
        });
        await context.ErrorAsync(StatusCodes.Status404NotFound, KnownPaths);
    }

    // A send is in flight until its response begins, so that a client that has the response can send the next message
    private async Task SendAsync(HttpContext context, Fault fault)
    {
        var writer = new ResponseWriter(context, fault, time);
        var robot = FindRobot(context);
        var hasTooManySends = robot?.TryBeginSend() == false;
        SentResponse? response;
        try
        {
            response = await ProcessAsync(context, fault, writer, hasTooManySends, _send.Handle);
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
        var response = await ProcessAsync(context, fault, writer, hasTooManySends: false, _upload.Handle);
        await writer.DelayAsync();
        await writer.SendAsync(response);
    }

    // The endpoint never sees a request whose fault replaces the response without accepting the message
    private async Task<SentResponse?> ProcessAsync(
        HttpContext context, Fault fault, ResponseWriter writer, bool hasTooManySends, Func<CgiRequest, ServiceResponse> endpoint)
    {
        var body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted);
        var accepted = Describe(context, fault) with { Response = writer.Decide(ServiceResponse.MessageAccepted) };
        var request = new CgiRequest(context.Request, accepted.Robot, body, hasTooManySends, accepted);
        var result = fault.ReplacesResponse && fault.Accept != true ? null : endpoint(request);
        if (result == ServiceResponse.MessageAccepted)
        {
            return accepted.Response;
        }

        var response = result is null ? accepted.Response : writer.Decide(result);
        if (result?.Upload is null)
        {
            log.AddRejected(WithContent(accepted, request) with { Refusal = result?.Refusal, Response = response });
        }

        return response;
    }

    private ChatEntry Describe(HttpContext context, Fault fault)
    {
        var robot = FindRobot(context);
        return new()
        {
            Robot = robot,
            Request = RequestLine.Read(context.Request, isKnown: robot is not null),
            IsUpload = IsUpload(context),
            Fault = fault == NoFault ? null : fault,
        };
    }

    private static bool IsUpload(HttpContext context) =>
        context.Request.Path == UploadPath || context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    // The content of an upload is not kept
    private static ChatEntry WithContent(ChatEntry entry, CgiRequest request) => entry.IsUpload
        ? entry with { Upload = UploadEndpoint.Describe(request) }
        : entry with { Body = BodyText.Decode(request.Body) };

    private Robot? FindRobot(HttpContext context) => robots.Find(context.Request.Query["key"].ToString());
}
