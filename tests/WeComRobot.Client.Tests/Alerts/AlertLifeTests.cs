using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Robots;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>The life of an alert, as the group reads it.</summary>
public class AlertLifeTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private AlertRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task The_first_goes_at_once_the_others_are_counted_and_the_next_that_goes_says_how_often()
    {
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
        for (var count = 2; count < 61; count++)
        {
            _robot.Time.Advance(Minute);
            Assert.Equal((AlertStatus.Suppressed, count), await FireAsync());
        }

        _robot.Time.Advance(Minute);
        Assert.Equal((AlertStatus.Sent, 61), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 1), new("disk", false, Warning, 61)], _robot.Read);
        Assert.DoesNotContain("Fired", _robot.Texts[0], StringComparison.Ordinal);
        Assert.Contains("Fired 61 times since 2025-06-04 08:00", _robot.Texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_and_the_list_say_when_the_group_is_told_again()
    {
        var first = await _robot.FireAsync(repeatAfter: 10 * Minute);
        Assert.Equal((_robot.Time.GetUtcNow(), _robot.Time.GetUtcNow() + (10 * Minute)), (first.Since, first.Next));
        _robot.Time.Advance(Minute);
        await _robot.FireAsync(severity: Info, repeatAfter: 10 * Minute);
        var firing = Assert.Single(_robot.Alerts.GetFiring());
        Assert.Equal(("ops", "disk", "disk", Info, 2), (firing.Robot, firing.Key, firing.Title, firing.Severity, firing.Count));
        Assert.Equal((first.Since, first.Since, first.Next), (firing.Since, firing.LastSentAt, firing.Next));
    }

    [Fact]
    public async Task A_higher_severity_goes_at_once_and_a_lower_one_waits_for_its_turn()
    {
        await FireAsync(Info);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(Warning));
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync(Info));
        Assert.Equal((AlertStatus.Suppressed, 4), await FireAsync(Warning));
        Assert.Equal((AlertStatus.Sent, 5), await FireAsync(Critical));
        Assert.Equal((AlertStatus.Suppressed, 6), await FireAsync(Critical));

        // Told of as a warning again, it may rise again
        _robot.Time.Advance(60 * Minute);
        Assert.Equal((AlertStatus.Sent, 7), await FireAsync(Warning));
        Assert.Equal((AlertStatus.Sent, 8), await FireAsync(Critical));
        Assert.Equal([Info, Warning, Critical, Warning, Critical], _robot.Read.Select(told => told.Severity));
    }

    [Fact]
    public async Task The_group_may_be_told_each_time_or_never_again()
    {
        await FireAsync(repeatAfter: TimeSpan.Zero);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(repeatAfter: TimeSpan.Zero));
        _robot.Time.Advance(TimeSpan.FromDays(89));
        var last = await _robot.FireAsync(repeatAfter: TimeSpan.MaxValue);
        Assert.Equal((AlertStatus.Suppressed, 3, null), (last.Status, last.Count, last.Next));
        Assert.Null(Assert.Single(_robot.Alerts.GetFiring()).Next);
    }

    [Fact]
    public async Task The_end_says_how_long_and_how_often_and_then_it_fires_anew()
    {
        await FireAsync(Critical);
        _robot.Time.Advance(95 * Minute);
        await FireAsync(Warning);
        var end = await _robot.ResolveAsync();
        Assert.Equal((AlertStatus.Resolved, Critical, 2), (end.Status, _robot.Read[0].Severity, end.Count));
        Assert.Contains("Resolved: disk", _robot.Texts[2], StringComparison.Ordinal);
        Assert.Contains("Lasted 1 h 35 min, since 2025-06-04 08:00; fired 2×", _robot.Texts[2], StringComparison.Ordinal);
        Assert.Empty(_robot.Alerts.GetFiring());

        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync()).Status);
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
        Assert.Equal(4, _robot.Texts.Count);
    }

    [Fact]
    public async Task An_end_of_what_never_fired_is_not_sent()
    {
        var end = await _robot.ResolveAsync();
        Assert.Equal((AlertStatus.NotFiring, null, 0), (end.Status, end.Since, end.Count));
        Assert.Empty(_robot.Texts);
        Assert.Empty(_robot.Observer.Warnings);
    }

    [Fact]
    public async Task Keys_and_names_compare_without_case_and_a_webhook_is_another_robot_than_a_name()
    {
        await _robot.FireAsync(new() { Title = "Disk full", Key = "Disk", Format = AlertFormat.Text });
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("DISK")).Status);
        _robot.Target = _robot.Target with { Name = "OPS" };
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());

        _robot.Target = new(_robot.Target.Pool);
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
        Assert.Equal(["127.0.0.1", "ops"], _robot.Alerts.GetFiring().Select(alert => alert.Robot.Split(':', ' ', '/')[0]));
        Keys.AssertAbsent(Members.TextOf(_robot.Alerts.GetFiring()[0]));
    }

    [Fact]
    public async Task Another_key_is_another_alert()
    {
        await FireAsync();
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync("db")).Status);
        await _robot.ResolveAsync();
        Assert.Equal("db", Assert.Single(_robot.Alerts.GetFiring()).Key);
    }

    [Fact]
    public async Task What_has_not_fired_for_ninety_days_is_forgotten()
    {
        await FireAsync(repeatAfter: TimeSpan.MaxValue);
        _robot.Time.Advance(TimeSpan.FromDays(90));
        Assert.Empty(_robot.Alerts.GetFiring());
        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync()).Status);
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
    }

    [Fact]
    public async Task What_the_user_forgets_fires_anew()
    {
        await FireAsync();
        _robot.Alerts.Forget(_robot.Alerts.GetFiring()[0]);
        Assert.Empty(_robot.Alerts.GetFiring());
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
    }

    [Fact]
    public async Task Calls_at_once_are_one_message()
    {
        var calls = Enumerable.Range(0, 8)
            .Select(_ => _robot.Open(TimeProvider.System).FireAsync(_robot.Target, new() { Title = "disk", Format = AlertFormat.Text })).ToArray();
        Assert.Equal(1, (await Task.WhenAll(calls).InTimeAsync()).Count(receipt => receipt.Status == AlertStatus.Sent));
        Assert.Single(_robot.Texts);
        Assert.Equal(8, Assert.Single(_robot.Open(TimeProvider.System).GetFiring()).Count);
    }

    [Fact]
    public async Task An_alert_needs_a_title() => Assert.Equal(
        FailureCause.InvalidMessage, (await Assert.ThrowsAsync<WeComException>(() => _robot.FireAsync(" "))).Cause);

    [Fact]
    public async Task A_mention_without_an_id_is_refused_even_below_the_severity_that_mentions() => Assert.Equal(
        FailureCause.InvalidMessage,
        (await Assert.ThrowsAsync<WeComException>(() => _robot.Alerts.FireAsync(_robot.Target, new() { Title = "disk", Mentions = new() { Users = [""] } }))).Cause);

    private async Task<(AlertStatus Status, int Count)> FireAsync(AlertSeverity severity = Warning, TimeSpan? repeatAfter = null)
    {
        var receipt = await _robot.FireAsync(severity: severity, repeatAfter: repeatAfter);
        return (receipt.Status, receipt.Count);
    }
}
