using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Outbox;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>What fires in quiet hours.</summary>
public class AlertQuietHoursTests : AlertNight
{
    [Fact]
    public async Task A_beginning_waits_in_the_outbox_and_repeats_are_counted()
    {
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        Assert.Contains(Robot.Observer.Warnings, text => text.Contains("quiet hours", StringComparison.Ordinal));
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync(repeatAfter: TimeSpan.Zero));
        Assert.Equal(Robot.Time.GetUtcNow().Date.AddDays(1).AddHours(7), Assert.Single(Robot.Outbox.GetItems()).NotBefore!.Value.UtcDateTime);
        await Robot.DeliverAsync();
        Assert.Empty(Robot.Texts);

        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1)], Robot.Read);
    }

    [Fact]
    public async Task What_was_delivered_when_the_quiet_hours_ended_was_told_then()
    {
        await FireAsync();
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Robot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((AlertStatus.Sent, 3), await FireAsync());
    }

    [Fact]
    public async Task What_a_call_still_found_waiting_was_not_told_before()
    {
        await FireAsync();
        AdvanceTo(9);
        Robot.Server.Script(AlertRobot.Busy);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        await Robot.DeliverAsync();
        Robot.Time.SetWallClock(TimeSpan.FromDays(1));
        Robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
        Assert.Single(Robot.Texts);
    }

    [Fact]
    public async Task A_call_that_delivers_what_waited_tells_the_group_once()
    {
        await FireAsync();
        AdvanceTo(9);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 1)], Robot.Read);
        Robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
    }

    [Fact]
    public async Task What_waited_is_read_before_what_is_new()
    {
        await Robot.FireAsync("db");
        AdvanceTo(8);
        await FireAsync();
        Assert.Equal(["db", "disk"], Robot.Read.Select(told => told.Key));
    }

    [Fact]
    public async Task A_critical_alert_goes_at_once_and_takes_the_place_of_what_waits_and_of_its_file()
    {
        await Robot.FireAsync(content: new string('x', 3000));
        Assert.Equal(2, Robot.Outbox.GetItems().Count);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(Critical));
        Assert.Empty(Robot.Outbox.GetItems());
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([new("disk", false, Critical, 2)], Robot.Read);
    }

    [Fact]
    public async Task A_critical_alert_that_does_not_arrive_costs_nothing_that_waits()
    {
        await FireAsync();
        await Robot.FailAsync(AlertRobot.Busy, () => Robot.FireAsync(severity: Critical));
        await Robot.FailAsync(AlertRobot.Lost, () => Robot.FireAsync(severity: Critical));
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1)], Robot.Read);
        Assert.Equal((AlertStatus.Suppressed, 4), await FireAsync());
    }

    [Fact]
    public async Task A_message_in_doubt_before_the_quiet_hours_is_not_sent_once_more_after_them()
    {
        await Robot.FailAsync(AlertRobot.Lost, () => Robot.FireAsync(severity: Critical));
        Assert.Equal((AlertStatus.Deferred, 2), await FireAsync());
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
    }

    [Fact]
    public async Task A_critical_alert_takes_the_place_of_what_waits_of_an_earlier_time()
    {
        await FireAsync();
        await Robot.FireAsync("db");
        await Robot.ResolveAsync();
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync(Critical));
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([new("disk", false, Critical, 1), new("db", false, Warning, 1)], Robot.Read);
    }

    [Fact]
    public async Task What_a_call_that_died_could_not_remove_any_more_is_removed_by_the_next_message()
    {
        await FireAsync();
        await Robot.ResolveAsync();
        var outbox = Robot.Outbox;
        Robot.Outbox = new([new MemoryOutboxStore()], Robot.Time);
        await FireAsync(Critical);
        Robot.Outbox = outbox;
        Assert.Equal(2, Robot.Kept.Count);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(Critical, repeatAfter: TimeSpan.Zero));
        Assert.Empty(Robot.Kept);
    }

    [Fact]
    public async Task A_critical_alert_that_does_not_arrive_leaves_what_waits_of_an_earlier_time()
    {
        await FireAsync();
        await Robot.ResolveAsync();
        await Robot.FailAsync(AlertRobot.Busy, () => Robot.FireAsync(severity: Critical));
        await Robot.FailAsync(AlertRobot.Lost, () => Robot.FireAsync(severity: Critical));
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([false, true], Robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task What_fires_again_in_the_same_night_is_read_in_its_order()
    {
        await FireAsync();
        await Robot.ResolveAsync();
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([false, true, false], Robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task A_moment_that_no_calendar_has_ends_no_call()
    {
        await FireAsync();
        var path = Assert.Single(Directory.GetFiles(Robot.StateFolder, "*.json", SearchOption.AllDirectories));
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), "\"WaitsUntil\": *\\d+", $"\"WaitsUntil\":{long.MaxValue}"));
        Assert.Equal(AlertStatus.NotFiring, (await Robot.ResolveAsync()).Status);
        Assert.Contains(Robot.Observer.Warnings, text => text.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_that_waits_on_this_machine_only_says_so()
    {
        Robot.LoseFleet();
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        Assert.Contains(Robot.Observer.Warnings, text => text.Contains("quiet hours", StringComparison.Ordinal) && text.Contains("this machine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_delivered_before_the_quiet_hours_waits_for_their_end()
    {
        Robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        Robot.Target = Robot.Target with { QuietHours = null };
        Robot.Server.Script(AlertRobot.Busy);
        await FireAsync();
        Robot.BeQuiet("22:00-07:00");
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal(AlertStatus.Sent, (await Robot.FireAsync("db", Critical)).Status);
        Assert.Equal(["db"], Robot.Read.Select(told => told.Key));
        AdvanceTo(7);
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
        Assert.Equal(["db", "disk"], Robot.Read.Select(told => told.Key));
    }
}
