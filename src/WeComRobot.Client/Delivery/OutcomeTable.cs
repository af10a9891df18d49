using System.Collections.Generic;
using WeComRobot.Reference;

namespace WeComRobot.Delivery;

/// <summary>
/// Every outcome of a call, and the one place that says what follows from it (architecture.md#retries,
/// service.md#the-answer, service.md#error-codes).
/// </summary>
internal static class OutcomeTable
{
    public static readonly Outcome NotConnected =
        new("no connection, DNS, TLS; time-out or any other failure before the post began", FailureCause.NotSent, RetryRule.Later) { Slot = SlotRule.Release };

    public static readonly Outcome BrokenOff =
        new("connection broken, time-out or any other failure after the post began", FailureCause.OutcomeUnknown, RetryRule.AtLeastOnce);

    public static readonly Outcome ProxySignIn = new("HTTP 407", FailureCause.NotSent, RetryRule.Never) { Slot = SlotRule.Release };

    public static readonly Outcome TruncatedBody = new("HTTP 200, empty or cut JSON", FailureCause.OutcomeUnknown, RetryRule.AtLeastOnce);

    public static readonly Outcome EncodedBody =
        new("HTTP 200, compressed, which was not asked for", FailureCause.OutcomeUnknown, RetryRule.AtLeastOnce);

    public static readonly Outcome UnexpectedBody =
        new("HTTP 200, anything else that is not the service's JSON", FailureCause.UnexpectedAnswer, RetryRule.Never);

    public static readonly Outcome Delivered = new("errcode 0", null, RetryRule.Never);

    private static readonly Outcome TooMany = new("HTTP 429", FailureCause.RateLimited, RetryRule.Later);
    private static readonly Outcome ComeBack = new("HTTP 503 with Retry-After", FailureCause.RateLimited, RetryRule.Later);
    private static readonly Outcome Redirect = new("HTTP 3xx", FailureCause.UnexpectedAnswer, RetryRule.Never);
    private static readonly Outcome ServerError = new("any other HTTP 5xx", FailureCause.OutcomeUnknown, RetryRule.AtLeastOnce);
    private static readonly Outcome OtherStatus = new("any other HTTP status", FailureCause.UnexpectedAnswer, RetryRule.Never);
    private static readonly Outcome Busy = new("errcode -1", FailureCause.Refused, RetryRule.Later);
    private static readonly Outcome RateLimited =
        new("errcode 45009", FailureCause.RateLimited, RetryRule.Later) { Slot = SlotRule.CloseWindow, Pool = PoolRule.TryNext };

    private static readonly Outcome Concurrent = new("errcode 45033", FailureCause.RateLimited, RetryRule.Later);
    private static readonly Outcome NoWebhook =
        new("errcode 93000, 93004, 93008, or 40058 about the key", FailureCause.WebhookRefused, RetryRule.Never) { Pool = PoolRule.Leave };

    private static readonly Outcome MediaGone =
        new("errcode 40007", FailureCause.Refused, RetryRule.Never) { Media = MediaRule.Forget, CanSucceedLater = false };

    private static readonly Outcome OtherCode = new("any other errcode", FailureCause.Refused, RetryRule.Never) { CanSucceedLater = false };

    /// <summary>The rows, in the order of the page.</summary>
    public static IReadOnlyList<Outcome> Rows { get; } =
    [
        NotConnected, BrokenOff, ProxySignIn, TooMany, ComeBack, Redirect, ServerError, OtherStatus, TruncatedBody, EncodedBody, UnexpectedBody,
        Delivered, Busy, RateLimited, Concurrent, NoWebhook, MediaGone, OtherCode,
    ];

    public static Outcome ForStatus(int status, bool hasRetryAfter) => status switch
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
    public static Outcome ForErrorCode(int code, string text) => code switch
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
