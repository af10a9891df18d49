using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Faults;

/// <summary>Writes the answer of one request, bent as its fault says.</summary>
internal sealed class Reply(HttpContext context, Fault fault, TimeProvider time)
{
    private const string Json = "application/json; charset=UTF-8";
    private const string Html = "text/html; charset=utf-8";

    private static readonly Dictionary<string, string> NoHeaders = [];

    public Task DelayAsync() => WaitAsync(fault.DelayMs ?? 0);

    /// <param name="answer">The service's own answer, sent unless the fault has another or none.</param>
    public async Task SendAsync(Answer answer)
    {
        if (fault.Cut is not null)
        {
            context.Abort();
            return;
        }

        var (body, type) = Content(answer);
        context.Response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
        if (body.Length > 0)
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = body.Length;
        }

        // After the defaults, so that a fault may promise another length than it sends
        foreach (var header in fault.Headers ?? NoHeaders)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        await WriteAsync(body);
    }

    private (byte[] Body, string Type) Content(Answer answer) => fault switch
    {
        { ErrCode: { } code } => (Answer.ToJson(code, fault.ErrMsg ?? Message(new Refusal(code))), Json),
        { ReplacesAnswer: true } => (Encoding.UTF8.GetBytes(fault.Body ?? ""), Html),
        _ when answer.Refusal is { } refusal => (Answer.ToJson(refusal.Code, Message(refusal)), Json),
        _ when answer.Upload is { } upload => (Answer.ToJson(upload), Json),
        _ => (Answer.ToJson(ErrorCode.Ok, ErrorText.For(ErrorCode.Ok)), Json),
    };

    private string Message(Refusal refusal) => refusal.Code == ErrorCode.Ok
        ? refusal.Text
        : ErrorMessage.Compose(refusal, time.GetUtcNow(), context.Connection.RemoteIpAddress);

    private async Task WriteAsync(byte[] body)
    {
        var step = fault.Drip?.Bytes ?? body.Length;
        for (var sent = 0; sent < body.Length; sent += step)
        {
            if (sent > 0)
            {
                await WaitAsync(fault.Drip?.IntervalMs ?? 0);
            }

            var piece = body.AsMemory(sent, Math.Min(step, body.Length - sent));
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private Task WaitAsync(int milliseconds) => milliseconds == 0
        ? Task.CompletedTask
        : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), time, context.RequestAborted);
}
