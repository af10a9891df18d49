using System;

namespace WeComRobot.Alerts;

/// <summary>A length of time in the two largest units that people would name.</summary>
internal static class AlertDuration
{
    public static string Format(TimeSpan duration) =>
        duration.TotalDays >= 1 ? Join(Strings.Days, (int)duration.TotalDays, Strings.Hours, duration.Hours)
        : duration.TotalHours >= 1 ? Join(Strings.Hours, duration.Hours, Strings.Minutes, duration.Minutes)
        : duration.TotalMinutes >= 1 ? Join(Strings.Minutes, duration.Minutes, Strings.Seconds, duration.Seconds)
        : Strings.Seconds.With(duration.Seconds);

    private static string Join(string large, int number, string small, int rest) =>
        rest == 0 ? large.With(number) : large.With(number) + " " + small.With(rest);
}
