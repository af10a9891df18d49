using System;
using System.Globalization;
using System.Linq;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Robots;

/// <summary>When it is quiet, and until when. Moments are UTC.</summary>
public sealed class QuietHoursTests
{
    private const string Nights = "22:00-07:00";
    private const string NightsAndWeekends = "22:00-07:00, Sat, Sun";

    // 2025-06-02 is a Monday, and Shanghai is 8 hours ahead
    [Theory]
    [InlineData(Nights, "2025-06-02 13:59", null)]
    [InlineData(Nights, "2025-06-02 14:00", "2025-06-02 23:00")]
    [InlineData(Nights, "2025-06-02 16:30", "2025-06-02 23:00")]
    [InlineData(Nights, "2025-06-02 22:59", "2025-06-02 23:00")]
    [InlineData(Nights, "2025-06-02 23:00", null)]
    [InlineData("7:00-8:30", "2025-06-02 23:30", "2025-06-03 00:30")]
    [InlineData("18:00-24:00", "2025-06-02 15:00", "2025-06-02 16:00")]
    [InlineData("22:00-00:00, 00:00-07:00", "2025-06-02 15:00", "2025-06-02 23:00")]
    [InlineData("22:00-02:00,01:00-07:00", "2025-06-02 15:00", "2025-06-02 23:00")]
    [InlineData(NightsAndWeekends, "2025-06-05 15:00", "2025-06-05 23:00")]
    [InlineData(NightsAndWeekends, "2025-06-06 04:00", null)]
    [InlineData(NightsAndWeekends, "2025-06-06 15:00", "2025-06-08 23:00")]
    [InlineData(NightsAndWeekends, "2025-06-07 04:00", "2025-06-08 23:00")]
    [InlineData("Sat,Sun", "2025-06-07 04:00", "2025-06-08 16:00")]
    [InlineData("mon-FRIDAY", "2025-06-02 04:00", "2025-06-06 16:00")]
    [InlineData("Fri - Mon", "2025-06-08 04:00", "2025-06-09 16:00")]
    [InlineData("Fri-Mon", "2025-06-10 04:00", null)]
    [InlineData("thurs", "2025-06-05 04:00", "2025-06-05 16:00")]
    public void It_is_quiet_at_times_of_day_and_on_days(string hours, string now, string? end) =>
        Assert.Equal(end, EndOf(hours, "Asia/Shanghai", now));

    [Theory]
    [InlineData("Europe/Berlin", Nights, "2025-01-15 22:30", "2025-01-16 06:00")]
    [InlineData("Europe/Berlin", Nights, "2025-03-29 22:00", "2025-03-30 05:00")]
    [InlineData("Europe/Berlin", Nights, "2025-10-25 21:00", "2025-10-26 06:00")]
    [InlineData("America/New_York", Nights, "2025-03-09 03:00", "2025-03-09 11:00")]
    [InlineData("America/New_York", Nights, "2025-11-02 02:00", "2025-11-02 12:00")]
    [InlineData("Australia/Lord_Howe", Nights, "2025-04-05 12:00", "2025-04-05 20:30")]
    public void The_clocks_of_the_zone_count_whatever_the_night_is_long(string zone, string hours, string now, string end) =>
        Assert.Equal(end, EndOf(hours, zone, now));

    [Theory]
    [InlineData("Europe/Berlin", "22:00-02:30", "2025-03-30 00:30", "2025-03-30 01:00")]
    [InlineData("Europe/Berlin", "22:00-02:30", "2025-03-30 01:00", null)]
    [InlineData("Europe/Berlin", "02:30-04:00", "2025-03-30 00:59", null)]
    [InlineData("Europe/Berlin", "02:30-04:00", "2025-03-30 01:00", "2025-03-30 02:00")]
    [InlineData("Europe/Berlin", "02:10-02:50", "2025-03-30 01:00", null)]
    [InlineData("America/New_York", "22:00-02:30", "2025-03-09 06:30", "2025-03-09 07:00")]
    [InlineData("Australia/Lord_Howe", "22:00-02:15", "2025-10-04 15:00", "2025-10-04 15:30")]
    public void A_time_that_the_clocks_leave_out_is_the_moment_when_they_go_on(string zone, string hours, string now, string? end) =>
        Assert.Equal(end, EndOf(hours, zone, now));

    [Theory]
    [InlineData("Europe/Berlin", "22:00-02:30", "2025-10-26 00:15", "2025-10-26 01:30")]
    [InlineData("Europe/Berlin", "22:00-02:30", "2025-10-26 00:45", "2025-10-26 01:30")]
    [InlineData("Europe/Berlin", "22:00-02:30", "2025-10-26 01:15", "2025-10-26 01:30")]
    [InlineData("Europe/Berlin", "22:00-02:30", "2025-10-26 01:30", null)]
    [InlineData("Europe/Berlin", "02:30-04:00", "2025-10-26 00:29", null)]
    [InlineData("Europe/Berlin", "02:30-04:00", "2025-10-26 00:30", "2025-10-26 03:00")]
    [InlineData("Europe/Berlin", "02:30-04:00", "2025-10-26 01:15", "2025-10-26 03:00")]
    [InlineData("America/New_York", "01:30-06:00", "2025-11-02 05:29", null)]
    [InlineData("America/New_York", "01:30-06:00", "2025-11-02 05:30", "2025-11-02 11:00")]
    [InlineData("Australia/Lord_Howe", "22:00-01:45", "2025-04-05 14:50", "2025-04-05 15:15")]
    public void Of_a_time_that_the_clocks_show_twice_the_first_begins_and_the_last_ends(string zone, string hours, string now, string? end) =>
        Assert.Equal(end, EndOf(hours, zone, now));

    [Fact]
    public void The_end_is_told_as_the_clocks_of_the_zone_show_it()
    {
        var end = QuietHours.Parse(Nights, "Asia/Shanghai").GetEnd(Moment("2025-06-02 16:30"));
        Assert.Equal("2025-06-03 07:00 +08:00", end!.Value.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Random_hours_end_at_the_first_minute_that_is_in_none_of_them()
    {
        var random = new Random(19);
        for (var round = 0; round < 300; round++)
        {
            var (from, to, day) = (random.Next(1440), random.Next(1440), (DayOfWeek)random.Next(7));
            if (from == to)
            {
                continue;
            }

            var now = Moment("2025-06-02 00:00").AddMinutes(random.Next(10_080));
            var expected = now;
            while (IsQuiet(expected))
            {
                expected = expected.AddMinutes(1);
            }

            var hours = QuietHours.Parse($"{Show(from)}-{Show(to)}, {day}", "UTC");
            Assert.Equal(expected == now ? null : expected, hours.GetEnd(now));

            bool IsQuiet(DateTimeOffset moment)
            {
                var minute = (int)moment.TimeOfDay.TotalMinutes;
                return moment.DayOfWeek == day || (from < to ? minute >= from && minute < to : minute >= from || minute < to);
            }
        }

        static string Show(int minute) => $"{minute / 60:00}:{minute % 60:00}";
    }

    [Fact]
    public void Without_a_zone_it_is_the_machines()
    {
        var now = Moment("2025-06-02 16:30");
        Assert.Equal(QuietHours.Parse(Nights, TimeZoneInfo.Local.Id).GetEnd(now), QuietHours.Parse(Nights).GetEnd(now));
    }

    [Fact]
    public void A_zone_can_be_named_as_windows_does() => Assert.Equal("2025-06-02 23:00", EndOf(Nights, "China Standard Time", "2025-06-02 15:00"));

    [Theory]
    [InlineData("")]
    [InlineData("22:00")]
    [InlineData("22:00-22:00")]
    [InlineData("22-7")]
    [InlineData("24:00-07:00")]
    [InlineData("22:00-25:00")]
    [InlineData("22:60-07:00")]
    [InlineData("22:00-07:00-09:00")]
    [InlineData("22:00-Sat")]
    [InlineData("Sa")]
    [InlineData("Someday")]
    [InlineData("Sat Sun")]
    [InlineData("22:00-07:00,")]
    public void What_is_neither_a_time_nor_a_day_is_refused_with_what_can_be_written(string hours)
    {
        var error = Assert.Throws<WeComException>(() => QuietHours.Parse(hours, "UTC"));
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.All(["22:00-07:00", "Sat", "mon-fri"], word => Assert.Contains(word, error.Message));
    }

    [Theory]
    [InlineData("Mon-Sun")]
    [InlineData("00:00-24:00")]
    [InlineData("22:00-07:00,07:00-22:00")]
    [InlineData("Mon-Fri,Sat,Sun")]
    public void A_week_without_an_end_of_quiet_is_refused(string hours) =>
        Assert.Contains(hours, Assert.Throws<WeComException>(() => QuietHours.Parse(hours, "UTC")).Message);

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Europe")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void A_zone_that_the_machine_does_not_know_is_refused(string zone)
    {
        var error = Assert.Throws<WeComException>(() => QuietHours.Parse(Nights, zone));
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.Contains($"'{zone}'", error.Message);
    }

    private static string? EndOf(string hours, string zone, string now) =>
        QuietHours.Parse(hours, zone).GetEnd(Moment(now))?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
