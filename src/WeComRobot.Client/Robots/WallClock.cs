using System;
using System.Linq;
using System.Security;

namespace WeComRobot.Robots;

/// <summary>The clocks of a time zone: what they show, and at which moments they show it.</summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    /// <param name="id">The id of the zone. Defaults to the machine's zone.</param>
    /// <exception cref="WeComException">InvalidAddress: there is no such zone here.</exception>
    public static WallClock Find(string? id)
    {
        try
        {
            return new(id is null ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(id));
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException)
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.TimeZoneUnknown.With(id));
        }
    }

    /// <summary>What the clocks show at a moment.</summary>
    public DateTime Show(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    /// <summary>When the clocks first show a time; if they leave it out, when they go on behind it.</summary>
    public DateTimeOffset FirstMoment(DateTime time) => GetMoments(time).Min();

    /// <summary>When the clocks last show a time: in autumn they show an hour twice.</summary>
    public DateTimeOffset LastMoment(DateTime time) => GetMoments(time).Max();

    private DateTimeOffset[] GetMoments(DateTime time)
    {
        // The offsets of the day before and the day after are all that it can have
        var moments = new[] { -1, 1 }
            .Select(days => new DateTimeOffset(time, zone.GetUtcOffset(new DateTimeOffset(time.AddDays(days), TimeSpan.Zero))))
            .Where(moment => zone.GetUtcOffset(moment) == moment.Offset)
            .ToArray();
        return moments.Length > 0 ? moments : GetMoments(time.AddMinutes(1));
    }
}
