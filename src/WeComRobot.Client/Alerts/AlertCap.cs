using System;
using System.Linq;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>Counts a robot's messages about alerts, and holds back what is beyond its cap.</summary>
internal static class AlertCap
{
    /// <summary>Whether a message of this severity would be beyond the cap now.</summary>
    public static bool HoldsBack(AlertBook book, AlertSeverity severity, Moment now) =>
        severity < AlertSeverity.Critical && book.PerHour is { } most && CountSent(book, now) >= most;

    /// <summary>How many messages were sent in the hour that is counted.</summary>
    public static int CountSent(AlertBook book, Moment now) => book.Hour is { } hour && !AlertHour.IsOver(hour.Began, now) ? hour.Sent : 0;

    /// <summary>Counts a message that was sent, or may have been.</summary>
    public static AlertBook CountMessage(AlertBook book, Moment now) => book with
    {
        Hour = book.Hour is { } hour && !AlertHour.IsOver(hour.Began, now) ? hour with { Sent = hour.Sent + 1 } : new(now, 1),
    };

    /// <summary>A message that was counted was not sent.</summary>
    public static AlertBook UncountMessage(AlertBook book) => book.Hour is { Sent: > 0 } hour ? book with { Hour = hour with { Sent = hour.Sent - 1 } } : book;

    /// <summary>Keeps a call for the digest, because it is beyond the cap. An alert that is over is forgotten.</summary>
    /// <param name="book">The book.</param>
    /// <param name="state">The alert.</param>
    /// <param name="lasted">How long it lasted; null if it fires.</param>
    /// <param name="now">The moment of the call.</param>
    public static AlertBook Add(AlertBook book, AlertState state, TimeSpan? lasted, Moment now) => book with
    {
        Alerts = lasted is null ? book.Alerts : book.Without(state.Key).Alerts,
        Digest = (book.Digest ?? new(book.Hour?.Began ?? now, [])).Add(state, lasted),
    };

    /// <summary>Whether what was beyond the cap is to be told now.</summary>
    public static bool IsDigestDue(AlertBook book, Moment now) => book.Digest is { } digest && AlertHour.IsOver(digest.Began, now);

    /// <summary>The group was told what was beyond the cap: that counts as telling of each alert. What came in the meantime stays.</summary>
    public static AlertBook TellDigest(AlertBook book, AlertDigest told, Moment now)
    {
        // One that was over, and fires again, is another alert
        foreach (var entry in told.Entries.Where(entry => entry.Lasted is null))
        {
            book = book.Change(entry.Key, state => state.TellToo(entry.Severity, now));
        }

        return CountMessage(book with { Digest = book.Digest?.Since(told, now) }, now);
    }
}
