using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>The hours of the week in which a group is left in peace, by the clocks of a time zone (architecture.md#quiet-hours).</summary>
public sealed class QuietHours
{
    private readonly IReadOnlyList<QuietSpan> _spans;
    private readonly WallClock _clock;

    private QuietHours(IReadOnlyList<QuietSpan> spans, WallClock clock)
    {
        _spans = spans;
        _clock = clock;
    }

    /// <summary>Reads times of day and days of the week, as in <c>22:00-07:00, Sat, Sun</c>. It is quiet in any of them.</summary>
    /// <param name="text">The times and days.</param>
    /// <param name="timeZone">The id of the time zone. Defaults to the machine's.</param>
    /// <exception cref="WeComException">InvalidAddress, with the reason: one of them is malformed, or it is always quiet.</exception>
    public static QuietHours Parse(string text, string? timeZone = null)
    {
        QuietSpan[] spans = [.. text.Split(',').SelectMany(QuietSpan.Parse)];
        return QuietSpan.FillTheWeek(spans)
            ? throw new WeComException(FailureCause.InvalidAddress, Strings.QuietAlways.With(text))
            : new(spans, WallClock.Find(timeZone));
    }

    /// <summary>When the quiet hours end that a moment is in; null if it is in none.</summary>
    public DateTimeOffset? GetEnd(DateTimeOffset now)
    {
        DateTimeOffset? end = null;
        while (GetEndOfSpan(end ?? now) is { } later)
        {
            // Where one span ends, it may be quiet because of another
            end = later;
        }

        return end;
    }

    private DateTimeOffset? GetEndOfSpan(DateTimeOffset moment)
    {
        var today = _clock.Show(moment).Date;
        var ends =
            from day in new[] { today.AddDays(-1), today }
            from span in _spans
            where span.Day == day.DayOfWeek && _clock.FirstMoment(day + span.Start) <= moment
            let end = _clock.LastMoment(day + span.Start + span.Length)
            where end > moment
            select (DateTimeOffset?)end;
        return ends.Max();
    }
}
