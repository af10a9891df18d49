using System;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>Decides whether the group is told (architecture.md#alerts).</summary>
internal static class AlertRules
{
    /// <summary>An alert that has not fired for so long is forgotten: nobody will say that it is over.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(90);

    /// <summary>Whether the group is to be told that an alert fires, and is not only counted.</summary>
    public static bool IsDue(AlertState? known, Alert alert, Moment now) => known switch
    {
        null => true,
        { IsWaiting: true } => alert.Severity == AlertSeverity.Critical && known.WaitingSeverity < AlertSeverity.Critical,
        { IsInDoubt: true } or { Told: null } => true,
        { Told: { } told } => alert.Severity > told.Severity || Elapsed(told.At, now) >= alert.RepeatAfter,
    };

    /// <summary>From when on the group is told again; null if that is at the next call, or never.</summary>
    public static DateTimeOffset? GetNext(AlertState state, Moment now) =>
        state is { IsInDoubt: false, IsWaiting: false, Told: { } told, RepeatAfter: var interval }
        && interval < TimeSpan.MaxValue && Elapsed(told.At, now) is var elapsed && elapsed < interval
            ? ToTime(now) + interval - elapsed
            : null;

    /// <summary>How long ago a moment was. One in the future, which a clock that was set back leaves, is now.</summary>
    public static TimeSpan Elapsed(Moment earlier, Moment now) => now.Since(earlier) ?? TimeSpan.Zero;

    /// <summary>How long an alert lasted, by the times that its messages show.</summary>
    public static TimeSpan GetDuration(AlertState state, Moment end) =>
        end.Utc >= state.Since.Utc ? TimeSpan.FromTicks(end.Utc - state.Since.Utc) : Elapsed(state.Since, end);

    public static DateTimeOffset ToTime(Moment moment) => new(new DateTime(moment.Utc, DateTimeKind.Utc));
}
