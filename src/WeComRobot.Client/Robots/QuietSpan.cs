using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>A span of quiet that comes every week.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="Start">The time at which it begins.</param>
/// <param name="Length">How long it is by the clocks: a day at most.</param>
internal sealed record QuietSpan(DayOfWeek Day, TimeSpan Start, TimeSpan Length)
{
    private const int MinutesOfWeek = 7 * 24 * 60;

    private static readonly DayOfWeek[] Week = (DayOfWeek[])Enum.GetValues(typeof(DayOfWeek));
    private static readonly TimeSpan WholeDay = TimeSpan.FromDays(1);

    /// <summary>Reads a time of each day such as 22:00-07:00, or one or several whole days such as Sat or Mon-Fri.</summary>
    /// <exception cref="WeComException">InvalidAddress: it is neither.</exception>
    public static IEnumerable<QuietSpan> Parse(string text)
    {
        var words = text.Split('-');
        var (first, last) = (words[0].Trim(), words[words.Length - 1].Trim());
        if (words.Length == 2 && ParseTime(first) is { } start && ParseTime(last) is { } end && start < WholeDay && start != end)
        {
            return Week.Select(day => new QuietSpan(day, start, end > start ? end - start : end - start + WholeDay));
        }

        if (words.Length <= 2 && ParseDay(first) is { } from && ParseDay(last) is { } to)
        {
            return Enumerable.Range((int)from, ((to - from + 7) % 7) + 1).Select(day => new QuietSpan((DayOfWeek)(day % 7), TimeSpan.Zero, WholeDay));
        }

        throw new WeComException(FailureCause.InvalidAddress, Strings.QuietHoursInvalid.With(text.Trim()));
    }

    /// <summary>Whether some span is on at every minute of the week.</summary>
    public static bool FillTheWeek(IReadOnlyList<QuietSpan> spans) =>
        Enumerable.Range(0, MinutesOfWeek).All(minute => spans.Any(span => span.IsOn(minute)));

    private bool IsOn(int minuteOfWeek)
    {
        var start = (TimeSpan.FromDays((int)Day) + Start).TotalMinutes;
        return (minuteOfWeek - start + MinutesOfWeek) % MinutesOfWeek < Length.TotalMinutes;
    }

    private static TimeSpan? ParseTime(string word) =>
        word == "24:00" ? WholeDay
        : TimeSpan.TryParseExact(word, [@"h\:mm", @"hh\:mm"], CultureInfo.InvariantCulture, out var time) ? time
        : null;

    /// <summary>The English name of a day, or its first three letters or more.</summary>
    private static DayOfWeek? ParseDay(string word) =>
        word.Length >= 3 && Array.FindIndex(Week, day => $"{day}".StartsWith(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found ? Week[found] : null;
}
