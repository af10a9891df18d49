using System;
using System.Linq;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>An hour in which a robot's messages about alerts are counted. It begins with the first of them.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Sent">How many messages were sent in it.</param>
internal sealed record AlertHour(Moment Began, int Sent)
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>The later one of two; of one hour that two have counted, the one with more messages.</summary>
    public static AlertHour? Latest(AlertHour? one, AlertHour? other) =>
        new[] { one, other }.OfType<AlertHour>().OrderBy(hour => hour.Began.Utc).ThenBy(hour => hour.Sent).LastOrDefault();

    /// <summary>Whether it, or one that began at that moment, is over.</summary>
    public static bool IsOver(Moment began, Moment now) => AlertRules.Elapsed(began, now) >= Length;
}
