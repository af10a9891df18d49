using System;
using System.Globalization;
using System.Linq;
using WeComRobot.Markdown.Writing;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>What a group is told of an alert, from what is known of it.</summary>
internal static class AlertNotices
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    /// <summary>It fires: the first message says what, a later one also how often and since when.</summary>
    public static AlertNotice ForFiring(Alert alert, AlertState state, TimeProvider time) => new()
    {
        Severity = alert.Severity,
        Title = alert.Title,
        Remarks = state.Count > 1 ? [Strings.AlertRepeated.With(state.Count, FormatTime(state.Since, time))] : [],
        Content = alert.Content,
        Fields = alert.Fields,
        IsQuoted = alert.IsQuoted,
        Url = alert.Url,
        Time = time.GetLocalNow(),
        Mentions = alert.Severity >= alert.Mentions.From ? alert.Mentions : null,
        Attachment = alert.Attachment,
    };

    /// <summary>It is over.</summary>
    public static AlertNotice ForEnd(Alert alert, AlertState state, TimeProvider time) => new()
    {
        IsEnd = true,
        Severity = state.KnownSeverity,
        Title = alert.Title,
        Remarks =
        [
            Strings.AlertLasted.With(AlertDuration.Format(AlertRules.GetDuration(state, state.EndedAt!.Value)), FormatTime(state.Since, time), state.Count),
            .. state.IsInDoubt && state.Told is null ? [Strings.AlertBeginningInDoubt] : Array.Empty<string>(),
        ],
        Content = alert.Content,
        Fields = alert.Fields,
        IsQuoted = alert.IsQuoted,
        Url = alert.Url,
        Time = time.GetLocalNow(),
        Attachment = alert.Attachment,
    };

    /// <summary>Nothing is wrong, and was not before: it is plain news.</summary>
    public static AlertNotice ForNews(Alert alert, TimeProvider time) => new()
    {
        Severity = AlertSeverity.Info,
        Title = alert.Title,
        Content = alert.Content,
        Fields = alert.Fields,
        IsQuoted = alert.IsQuoted,
        Url = alert.Url,
        Time = time.GetLocalNow(),
        Attachment = alert.Attachment,
    };

    /// <summary>What was beyond the cap.</summary>
    /// <param name="digest">The alerts.</param>
    /// <param name="isMarkdown">Whether the message is markdown.</param>
    /// <param name="time">The clock.</param>
    public static AlertNotice ForDigest(AlertDigest digest, bool isMarkdown, TimeProvider time) => new()
    {
        Severity = digest.Entries.Max(entry => entry.Severity),
        Title = Strings.AlertDigest.With(digest.Count, FormatTime(digest.Began, time)),
        Content = string.Join("\n", digest.Entries.Select(entry => FormatEntry(entry, isMarkdown))),
        Time = time.GetLocalNow(),
    };

    private static string FormatEntry(AlertDigest.Entry entry, bool isMarkdown)
    {
        var notice = new AlertNotice { Severity = entry.Severity, IsEnd = entry.Lasted is not null };
        var title = isMarkdown ? MarkdownEscaping.EscapeLine(entry.Title) : entry.Title;
        var count = entry.Count > 0 ? $" × {entry.Count}" : "";
        var end = entry.Lasted is { } lasted ? $" ({Strings.AlertOverAfter.With(AlertDuration.Format(lasted))})" : "";
        return $"{notice.Sign} {title}{count}{end}";
    }

    private static string FormatTime(Moment moment, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(AlertRules.ToTime(moment), time.LocalTimeZone).ToString(TimeFormat, CultureInfo.InvariantCulture);
}
