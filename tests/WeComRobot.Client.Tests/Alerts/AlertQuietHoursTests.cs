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

/// <summary>Quiet hours from 22:00 to 07:00; the tests begin at 23:00.</summary>
public class AlertQuietHoursTests : IAsyncLifetime
{
    private AlertRobot _robot = null!;

    public async Task InitializeAsync()
    {
        _robot = await AlertRobot.StartAsync();
        _robot.BeQuiet("22:00-07:00");
        _robot.Time.Advance(TimeSpan.FromHours(15));
    }

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task A_beginning_waits_in_the_outbox_and_repeats_are_counted()
    {
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        Assert.Contains(_robot.Observer.Warnings, text => text.Contains("quiet hours", StringComparison.Ordinal));
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync(repeatAfter: TimeSpan.Zero));
        Assert.Equal(_robot.Time.GetUtcNow().Date.AddDays(1).AddHours(7), Assert.Single(_robot.Outbox.GetItems()).NotBefore!.Value.UtcDateTime);
        await _robot.DeliverAsync();
        Assert.Empty(_robot.Texts);

        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1)], _robot.Read);
    }

    [Fact]
    public async Task What_was_delivered_when_the_quiet_hours_ended_was_told_then()
    {
        await FireAsync();
        AdvanceTo(7);
        await _robot.DeliverAsync();
        _robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        _robot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((AlertStatus.Sent, 3), await FireAsync());
    }

    [Fact]
    public async Task What_a_call_still_found_waiting_was_not_told_before()
    {
        await FireAsync();
        AdvanceTo(9);
        _robot.Server.Script(AlertRobot.Busy);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        await _robot.DeliverAsync();
        _robot.Time.SetWallClock(TimeSpan.FromDays(1));
        _robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
        Assert.Single(_robot.Texts);
    }

    [Fact]
    public async Task A_call_that_delivers_what_waited_tells_the_group_once()
    {
        await FireAsync();
        AdvanceTo(9);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 1)], _robot.Read);
        _robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
    }

    [Fact]
    public async Task What_waited_is_read_before_what_is_new()
    {
        await _robot.FireAsync("db");
        AdvanceTo(8);
        await FireAsync();
        Assert.Equal(["db", "disk"], _robot.Read.Select(told => told.Key));
    }

    [Fact]
    public async Task A_critical_alert_goes_at_once_and_takes_the_place_of_what_waits_and_of_its_file()
    {
        await _robot.FireAsync(content: new string('x', 3000));
        Assert.Equal(2, _robot.Outbox.GetItems().Count);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(Critical));
        Assert.Empty(_robot.Outbox.GetItems());
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([new("disk", false, Critical, 2)], _robot.Read);
    }

    [Fact]
    public async Task A_critical_alert_that_does_not_arrive_costs_nothing_that_waits()
    {
        await FireAsync();
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.FireAsync(severity: Critical));
        await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync(severity: Critical));
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1)], _robot.Read);
        Assert.Equal((AlertStatus.Suppressed, 4), await FireAsync());
    }

    [Fact]
    public async Task A_message_in_doubt_before_the_quiet_hours_is_not_sent_once_more_after_them()
    {
        await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync(severity: Critical));
        Assert.Equal((AlertStatus.Deferred, 2), await FireAsync());
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
    }

    [Fact]
    public async Task An_end_waits_behind_its_beginning()
    {
        await FireAsync();
        var end = await _robot.ResolveAsync();
        Assert.Equal((AlertStatus.Deferred, Warning), (end.Status, end.Severity));
        Assert.Empty(_robot.Alerts.GetFiring());
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1), new("disk", true, default, 1)], _robot.Read);
    }

    [Fact]
    public async Task An_end_waits_behind_its_beginning_even_if_it_is_not_quiet_any_more()
    {
        await FireAsync();
        _robot.Target = _robot.Target with { QuietHours = null };
        Assert.Equal(AlertStatus.Deferred, (await _robot.ResolveAsync()).Status);
        await _robot.DeliverAsync();
        Assert.Empty(_robot.Texts);
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([false, true], _robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task An_end_has_the_severity_that_was_told()
    {
        await FireAsync(Critical);
        await _robot.FireAsync("db");
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        Assert.Equal(AlertStatus.Deferred, (await _robot.ResolveAsync("db")).Status);
        Assert.Equal(["disk", "disk"], _robot.Read.Select(told => told.Key));
    }

    [Fact]
    public async Task A_critical_failure_that_nobody_read_does_not_make_the_end_overtake_the_beginning()
    {
        await FireAsync(Info);
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.FireAsync(severity: Critical));
        Assert.Equal(AlertStatus.Deferred, (await _robot.ResolveAsync()).Status);
        Assert.Empty(_robot.Texts);
    }

    [Fact]
    public async Task The_end_of_what_was_told_as_critical_takes_the_place_of_a_repetition_that_waits()
    {
        await FireAsync(Critical);
        _robot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal((AlertStatus.Deferred, 2), await FireAsync());
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        Assert.Empty(_robot.Outbox.GetItems());
    }

    [Fact]
    public async Task A_beginning_that_has_expired_was_not_told_and_its_end_is_set_aside_with_it()
    {
        _robot.Options = new() { ExpiresAfter = TimeSpan.FromHours(3) };
        await FireAsync();
        await _robot.FireAsync("db");
        _robot.Options = new();
        await _robot.ResolveAsync();
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Empty(_robot.Texts);
        Assert.Equal(3, _robot.Kept.Count(kept => kept.State == OutboxState.Expired));

        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync("db")).Status);
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
    }

    [Fact]
    public async Task A_beginning_whose_file_was_damaged_was_not_told()
    {
        await FireAsync();
        _robot.DamageFirstKept();
        AdvanceTo(7);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 2)], _robot.Read);
    }

    [Fact]
    public async Task The_end_of_a_beginning_whose_file_was_damaged_is_set_aside()
    {
        await FireAsync();
        await _robot.ResolveAsync();
        _robot.DamageFirstKept();
        AdvanceTo(8);
        await _robot.DeliverAsync();
        Assert.Empty(_robot.Texts);
        Assert.Equal([OutboxState.Damaged, OutboxState.Refused], _robot.Outbox.GetItems().Select(item => item.State));
    }

    [Fact]
    public async Task A_critical_alert_takes_the_place_of_what_waits_of_an_earlier_time()
    {
        await FireAsync();
        await _robot.FireAsync("db");
        await _robot.ResolveAsync();
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync(Critical));
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([new("disk", false, Critical, 1), new("db", false, Warning, 1)], _robot.Read);
    }

    [Fact]
    public async Task What_a_call_that_died_could_not_remove_any_more_is_removed_by_the_next_message()
    {
        await FireAsync();
        await _robot.ResolveAsync();
        var outbox = _robot.Outbox;
        _robot.Outbox = new([new MemoryOutboxStore()], _robot.Time);
        await FireAsync(Critical);
        _robot.Outbox = outbox;
        Assert.Equal(2, _robot.Kept.Count);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(Critical, repeatAfter: TimeSpan.Zero));
        Assert.Empty(_robot.Kept);
    }

    [Fact]
    public async Task A_critical_alert_that_does_not_arrive_leaves_what_waits_of_an_earlier_time()
    {
        await FireAsync();
        await _robot.ResolveAsync();
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.FireAsync(severity: Critical));
        await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync(severity: Critical));
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([false, true], _robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task What_fires_again_in_the_same_night_is_read_in_its_order()
    {
        await FireAsync();
        await _robot.ResolveAsync();
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        AdvanceTo(7);
        await _robot.DeliverAsync();
        Assert.Equal([false, true, false], _robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task A_moment_that_no_calendar_has_ends_no_call()
    {
        await FireAsync();
        var path = Assert.Single(Directory.GetFiles(_robot.StateFolder, "*.json", SearchOption.AllDirectories));
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), "\"WaitsUntil\": *\\d+", $"\"WaitsUntil\":{long.MaxValue}"));
        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync()).Status);
        Assert.Contains(_robot.Observer.Warnings, text => text.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_that_waits_on_this_machine_only_says_so()
    {
        _robot.LoseFleet();
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        Assert.Contains(_robot.Observer.Warnings, text => text.Contains("quiet hours", StringComparison.Ordinal) && text.Contains("this machine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_delivered_before_the_quiet_hours_waits_for_their_end()
    {
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        _robot.Target = _robot.Target with { QuietHours = null };
        _robot.Server.Script(AlertRobot.Busy);
        await FireAsync();
        _robot.BeQuiet("22:00-07:00");
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync("db", Critical)).Status);
        Assert.Equal(["db"], _robot.Read.Select(told => told.Key));
        AdvanceTo(7);
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
        Assert.Equal(["db", "disk"], _robot.Read.Select(told => told.Key));
    }

    private void AdvanceTo(int hour) => _robot.Time.Advance(_robot.Time.GetUtcNow().Date.AddDays(1).AddHours(hour) - _robot.Time.GetUtcNow().UtcDateTime);

    private async Task<(AlertStatus Status, int Count)> FireAsync(AlertSeverity severity = Warning, TimeSpan? repeatAfter = null)
    {
        var receipt = await _robot.FireAsync(severity: severity, repeatAfter: repeatAfter);
        return (receipt.Status, receipt.Count);
    }
}
