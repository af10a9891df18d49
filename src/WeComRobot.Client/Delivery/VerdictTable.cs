using System.Collections.Generic;
using WeComRobot.Reference;

namespace WeComRobot.Delivery;

/// <summary>Whether a post that brought no delivery is tried again.</summary>
internal enum Again
{
    /// <summary>Nothing would change.</summary>
    Never,

    /// <summary>It was not delivered for sure, and may be later.</summary>
    Later,

    /// <summary>It may have been delivered: only for who asks for at-least-once.</summary>
    AtLeastOnce,
}

/// <summary>What one outcome of a post means.</summary>
/// <param name="Situation">The outcome, as docs/en-US/about_WeComReliability.md names it.</param>
/// <param name="Cause">The error's cause; null for a delivery.</param>
/// <param name="Again">Whether it is tried again.</param>
internal sealed record VerdictRow(string Situation, FailureCause? Cause, Again Again);

/// <summary>Every outcome of a post (DESIGN, decision 7; server-behaviour.md, "The envelope" and "Error codes").</summary>
internal static class VerdictTable
{
    public static readonly VerdictRow NotConnected =
        new("no connection, DNS, TLS; time-out or any other failure before the post began", FailureCause.NotSent, Again.Later);

    public static readonly VerdictRow BrokenOff =
        new("connection broken, time-out or any other failure after the post began", FailureCause.OutcomeUnknown, Again.AtLeastOnce);

    public static readonly VerdictRow ProxySignIn = new("HTTP 407", FailureCause.NotSent, Again.Never);

    public static readonly VerdictRow CutBody = new("HTTP 200, empty or cut JSON", FailureCause.OutcomeUnknown, Again.AtLeastOnce);

    public static readonly VerdictRow EncodedBody =
        new("HTTP 200, compressed, which was not asked for", FailureCause.OutcomeUnknown, Again.AtLeastOnce);

    public static readonly VerdictRow ForeignBody =
        new("HTTP 200, anything else that is not the service's JSON", FailureCause.UnexpectedAnswer, Again.Never);

    public static readonly VerdictRow Delivered = new("errcode 0", null, Again.Never);

    private static readonly VerdictRow TooMany = new("HTTP 429", FailureCause.RateLimited, Again.Later);
    private static readonly VerdictRow ComeBack = new("HTTP 503 with Retry-After", FailureCause.RateLimited, Again.Later);
    private static readonly VerdictRow Redirect = new("HTTP 3xx", FailureCause.UnexpectedAnswer, Again.Never);
    private static readonly VerdictRow ServerError = new("any other HTTP 5xx", FailureCause.OutcomeUnknown, Again.AtLeastOnce);
    private static readonly VerdictRow OtherStatus = new("any other HTTP status", FailureCause.UnexpectedAnswer, Again.Never);
    private static readonly VerdictRow Busy = new("errcode -1", FailureCause.Refused, Again.Later);
    private static readonly VerdictRow RateLimited = new("errcode 45009", FailureCause.RateLimited, Again.Later);
    private static readonly VerdictRow Concurrent = new("errcode 45033", FailureCause.RateLimited, Again.Later);
    private static readonly VerdictRow NoWebhook =
        new("errcode 93000, 93004, 93008, or 40058 about the key", FailureCause.WebhookRefused, Again.Never);

    private static readonly VerdictRow MediaGone = new("errcode 40007", FailureCause.Refused, Again.Never);
    private static readonly VerdictRow OtherCode = new("any other errcode", FailureCause.Refused, Again.Never);

    /// <summary>The rows, in the order of the page.</summary>
    public static IReadOnlyList<VerdictRow> Rows { get; } =
    [
        NotConnected, BrokenOff, ProxySignIn, TooMany, ComeBack, Redirect, ServerError, OtherStatus, CutBody, EncodedBody, ForeignBody,
        Delivered, Busy, RateLimited, Concurrent, NoWebhook, MediaGone, OtherCode,
    ];

    public static VerdictRow OfStatus(int status, bool hasRetryAfter) => status switch
    {
        407 => ProxySignIn,
        429 => TooMany,
        503 when hasRetryAfter => ComeBack,
        >= 300 and < 400 => Redirect,
        >= 500 => ServerError,
        _ => OtherStatus,
    };

    /// <param name="code">The errcode, not 0.</param>
    /// <param name="text">The errmsg: 40058 has two meanings, an unknown key on uploads and too long a content on sends.</param>
    public static VerdictRow OfErrorCode(int code, string text) => code switch
    {
        ServiceCodes.SystemBusy => Busy,
        ServiceCodes.RateLimit => RateLimited,
        ServiceCodes.Concurrency => Concurrent,
        ServiceCodes.InvalidWebhook or ServiceCodes.RobotStopped or ServiceCodes.NotInGroup => NoWebhook,
        _ when ErrorCodes.IsAboutKey(code, text) => NoWebhook,
        ServiceCodes.InvalidMedia => MediaGone,
        _ => OtherCode,
    };
}
