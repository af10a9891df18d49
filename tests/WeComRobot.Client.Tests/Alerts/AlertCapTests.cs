using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>A cap of two messages an hour.</summary>
public class AlertCapTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private AlertRobot _robot = null!;

    public async Task InitializeAsync()
    {
        _robot = await AlertRobot.StartAsync();
        _robot.Alerts.SetCap(_robot.Target, 2);
    }

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task What_is_beyond_it_is_counted_and_told_in_one_message_when_the_hour_is_over()
    {
        await FillAsync();
        _robot.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(AlertStatus.Suppressed, await FireAsync("c"));
        Assert.Equal(AlertStatus.Suppressed, await FireAsync("d", Info));
        Assert.Equal(AlertStatus.Suppressed, await FireAsync("c"));
        Assert.Equal(2, _robot.Texts.Count);

        _robot.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(AlertStatus.Suppressed, await FireAsync("c"));
        Assert.Contains("3 more in the hour from 2025-06-04 08:00", _robot.Texts[2], StringComparison.Ordinal);
        Assert.Contains("🟠 c × 2\n🔵 d × 1", _robot.Texts[2], StringComparison.Ordinal);
        Assert.Equal(3, _robot.Texts.Count);

        // The group knows of them now
        Assert.All(_robot.Alerts.GetFiring().Where(alert => alert.Key is "c" or "d"), alert => Assert.Equal(_robot.Time.GetUtcNow(), alert.LastSentAt));
        await _robot.ResolveAsync("c");
        Assert.Equal(new("c", true, default, 3), Told.Read(_robot.Texts[^1]));
    }

    [Fact]
    public async Task Critical_alerts_are_told_and_count()
    {
        await FireAsync("a", Critical);
        await FireAsync("b", Critical);
        Assert.Equal(AlertStatus.Suppressed, await FireAsync("c"));
        Assert.Equal(AlertStatus.Sent, await FireAsync("c", Critical));
        Assert.Equal(3, _robot.Alerts.GetCap(_robot.Target).Sent);
    }

    [Fact]
    public async Task What_ended_before_it_was_told_is_told_with_its_end_and_no_other_end_follows()
    {
        await FillAsync();
        await FireAsync("c");
        _robot.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(AlertStatus.Suppressed, (await _robot.ResolveAsync("c")).Status);
        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync("c")).Status);
        _robot.Time.Advance(Hour);
        await _robot.TellHeldBackAsync();
        Assert.Contains("🟢 c × 1 (resolved after 5 min)", Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_beyond_it_is_told_then_too()
    {
        await FillAsync();
        Assert.Equal(AlertStatus.Suppressed, (await _robot.ResolveAsync("a")).Status);
        _robot.Time.Advance(Hour);
        await _robot.TellHeldBackAsync();
        Assert.Contains("🟢 a (resolved after ", Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_cannot_be_delivered_is_told_later_and_the_alert_goes_all_the_same()
    {
        await FillAsync();
        await FireAsync("c");
        _robot.Time.Advance(Hour);
        _robot.Server.Script(AlertRobot.Busy);
        Assert.Equal(AlertStatus.Sent, await FireAsync("d"));
        Assert.Contains(_robot.Observer.Warnings, text => text.Contains("alerts beyond the cap (1)", StringComparison.Ordinal));
        Assert.Equal(AlertStatus.Sent, await FireAsync("e", Critical));
        Assert.Contains("1 more in the hour", _robot.Texts[3], StringComparison.Ordinal);
        await _robot.TellHeldBackAsync();
        Assert.Equal(5, _robot.Texts.Count);
    }

    [Fact]
    public async Task A_digest_is_not_told_while_it_is_quiet()
    {
        await FillAsync();
        await FireAsync("c");
        _robot.BeQuiet("09:00-10:00");
        _robot.Time.Advance(Hour);
        await _robot.TellHeldBackAsync();
        Assert.Equal(2, _robot.Texts.Count);
        _robot.Time.Advance(Hour);
        await _robot.TellHeldBackAsync();
        Assert.Equal(3, _robot.Server.Messages.Count);
    }

    [Fact]
    public async Task Hours_begin_with_their_first_message()
    {
        _robot.Time.Advance(TimeSpan.FromMinutes(50));
        await FillAsync();
        _robot.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((2, 2), _robot.Alerts.GetCap(_robot.Target));
        _robot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((2, 0), _robot.Alerts.GetCap(_robot.Target));
        Assert.Equal(AlertStatus.Sent, await FireAsync("c"));
    }

    [Fact]
    public async Task What_was_not_delivered_does_not_count_and_what_may_have_been_does()
    {
        await _robot.FailAsync(AlertRobot.Busy, () => FireAsync("a"));
        Assert.Equal(0, _robot.Alerts.GetCap(_robot.Target).Sent);
        await _robot.FailAsync(AlertRobot.Lost, () => FireAsync("a"));
        Assert.Equal(1, _robot.Alerts.GetCap(_robot.Target).Sent);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_is_posted_does_not_count()
    {
        var alert = new Alert { Title = "a", Format = AlertFormat.Text };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _robot.Alerts.FireAsync(_robot.Target, alert, cancellationToken: new(canceled: true)));
        Assert.Equal(0, _robot.Alerts.GetCap(_robot.Target).Sent);
        await FireAsync("a");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _robot.Alerts.ResolveAsync(_robot.Target, alert, cancellationToken: new(canceled: true)));
        Assert.Equal(1, _robot.Alerts.GetCap(_robot.Target).Sent);
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync("a")).Status);
    }

    [Fact]
    public async Task It_never_holds_back_the_end_of_what_waits_in_the_outbox()
    {
        _robot.BeQuiet("08:00-10:00");
        Assert.Equal(AlertStatus.Deferred, await FireAsync("a"));
        Assert.Equal(AlertStatus.Deferred, await FireAsync("b"));
        Assert.Equal(AlertStatus.Deferred, (await _robot.ResolveAsync("a")).Status);
        _robot.Time.Advance(2 * Hour);
        await _robot.TellHeldBackAsync();
        await _robot.DeliverAsync();
        Assert.Equal([("a", false), ("b", false), ("a", true)], _robot.Read.Select(told => (told.Key, told.IsEnd)));
    }

    [Fact]
    public async Task It_holds_for_one_robot_in_all_processes_until_it_is_lifted()
    {
        await FillAsync();
        var other = new AlertTarget(_robot.Target.Pool);
        Assert.Equal(AlertStatus.Sent, (await _robot.Alerts.FireAsync(other, new() { Title = "c", Format = AlertFormat.Text })).Status);
        _robot.Alerts = _robot.Open();
        Assert.Equal(AlertStatus.Suppressed, await FireAsync("c"));
        _robot.Alerts.SetCap(_robot.Target, null);
        Assert.Equal(AlertStatus.Sent, await FireAsync("c"));
    }

    private string Markdown => (string)_robot.LastBody["markdown"]!["content"]!;

    private async Task FillAsync()
    {
        Assert.Equal(AlertStatus.Sent, await FireAsync("a"));
        Assert.Equal(AlertStatus.Sent, await FireAsync("b"));
    }

    private async Task<AlertStatus> FireAsync(string title, AlertSeverity severity = Warning) => (await _robot.FireAsync(title, severity)).Status;
}
