using System;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.State;

/// <summary>What came of one request: a message that was accepted, a message or an upload that was refused, or a scripted fault.</summary>
internal sealed record ChatEntry
{
    /// <summary>Its number, from 1. Later entries have higher ones, also after the log was cleared.</summary>
    public long Id { get; init; }

    /// <summary>The robot that the request named; null if its key is unknown.</summary>
    public Robot? Robot { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The request body as received; empty for an upload, and for a connection that broke before it was read.</summary>
    public BodyText Body { get; init; } = BodyText.Empty;

    public bool IsUpload { get; init; }

    /// <summary>The file of an upload; null for a message, and for a connection that broke before it was read.</summary>
    public UploadedFile? Upload { get; init; }

    /// <summary>The request; null for a message that was not sent.</summary>
    public ReceivedRequest? Request { get; init; }

    /// <summary>What its sender gets; null if the connection breaks instead.</summary>
    public SentResponse? Response { get; init; }

    /// <summary>The message, if it was accepted.</summary>
    public ReceivedMessage? Message { get; init; }

    /// <summary>Why the service's own rules refused the request; null if they did not.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What a scripted fault did; null if there was none.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The path that it was posted to, if the service has no such path.</summary>
    public string? UnknownPath { get; init; }

    /// <summary>An earlier request with the same content, which its sender may have sent again; null if there is none.</summary>
    public long? RetryOf { get; init; }

    /// <summary>The errcode that its sender was told; null if the response had none.</summary>
    public int? ErrCode => UnknownPath is not null ? null : Fault is { ReplacesResponse: true } ? Fault.ErrCode : Refusal?.Code ?? ErrorCode.Ok;

    /// <summary>The refusal that a fault answered although the service's own rules have none; null if it did not.</summary>
    public Refusal? ScriptedRefusal => this is { Message: null, Refusal: null, Fault: { ErrCode: { } code and not ErrorCode.Ok } fault }
        ? new(code, fault.ErrMsg ?? ErrorText.For(code))
        : null;

    /// <summary>Whether its sender has a reason to send the same again: a limit that passes, or another answer than the service's.</summary>
    public bool MayBeRetried =>
        ErrCode is null or ErrorCode.SystemBusy or ErrorCode.Frequency or ErrorCode.Concurrency || Fault is { Status: < 200 or > 299 };

    /// <summary>How much of it may be large.</summary>
    public int Length => Body.Text.Length + (Request?.Length ?? 0) + (Response?.Body.Length ?? 0);

    /// <summary>Whether the same robot was to send the same content. An upload has none.</summary>
    public bool HasBodyOf(ChatEntry other) => Body.Text.Length > 0 && Robot == other.Robot && Body.Text == other.Body.Text;
}
