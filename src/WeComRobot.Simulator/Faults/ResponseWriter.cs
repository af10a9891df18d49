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

    /// <param name="response">The service's own response, sent unless the fault replaces it.</param>
    public async Task SendAsync(ServiceResponse response)
    {
        if (fault.Cut is not null)
        {
            context.Abort();
            return;
        }

        var (body, type) = Content(response);
        context.Response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
        if (body.Length > 0)
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = body.Length;
        }

        // After the defaults, so that a fault can declare another length than the body has
        foreach (var header in fault.Headers ?? NoHeaders)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        await WriteAsync(body);
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
