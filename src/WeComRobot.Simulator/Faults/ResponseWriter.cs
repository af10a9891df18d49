using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Faults;

/// <summary>Writes the response of one request as its fault demands.</summary>
internal sealed class ResponseWriter(HttpContext context, Fault fault, TimeProvider time)
{
    private const string Json = "application/json; charset=UTF-8";
    private const string Html = "text/html; charset=utf-8";

    private static readonly Dictionary<string, string> NoHeaders = [];

    public Task DelayAsync() => WaitAsync(fault.DelayMs ?? 0);

    /// <summary>Decides what is sent. That is recorded before it is sent.</summary>
    /// <param name="response">The service's own response, sent unless the fault replaces it.</param>
    /// <returns>Null if the connection breaks instead.</returns>
    public SentResponse? Decide(ServiceResponse response)
    {
        var (body, type) = Content(response);
        return fault.Cut is not null ? null : new(fault.Status ?? StatusCodes.Status200OK, type, body, fault.Headers ?? NoHeaders);
    }

    /// <param name="response">The response; null to break the connection.</param>
    public async Task SendAsync(SentResponse? response)
    {
        if (response is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        if (response.Body.Length > 0)
        {
            context.Response.ContentType = response.ContentType;
            context.Response.ContentLength = response.Body.Length;
        }

        // After the defaults, so that a fault can declare another length than the body has
        foreach (var header in response.Headers)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        await WriteAsync(response.Body);
    }

    private (byte[] Body, string Type) Content(ServiceResponse response) => fault switch
    {
        { ErrCode: { } code } => (ServiceResponse.ToJson(code, fault.ErrMsg ?? Message(new Refusal(code))), Json),
        { ReplacesResponse: true } => (Encoding.UTF8.GetBytes(fault.Body ?? ""), Html),
        _ when response.Refusal is { } refusal => (ServiceResponse.ToJson(refusal.Code, Message(refusal)), Json),
        _ when response.Upload is { } upload => (ServiceResponse.ToJson(upload), Json),
        _ => (ServiceResponse.ToJson(ErrorCode.Ok, ErrorText.For(ErrorCode.Ok)), Json),
    };

    private string Message(Refusal refusal) => refusal.Code == ErrorCode.Ok
        ? refusal.Text
        : ErrorMessage.Compose(refusal, time.GetUtcNow(), context.Connection.RemoteIpAddress);

    private async Task WriteAsync(byte[] body)
    {
        if (body.Length == 0)
        {
            // Otherwise a response that declares a length would become HTTP 500
            await context.Response.StartAsync(context.RequestAborted);
        }

        var chunkSize = fault.Drip?.Bytes ?? body.Length;
        for (var sent = 0; sent < body.Length; sent += chunkSize)
        {
            if (sent > 0)
            {
                await WaitAsync(fault.Drip?.IntervalMs ?? 0);
            }

            var chunk = body.AsMemory(sent, Math.Min(chunkSize, body.Length - sent));
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private Task WaitAsync(int milliseconds) => milliseconds == 0
        ? Task.CompletedTask
        : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), time, context.RequestAborted);
}
