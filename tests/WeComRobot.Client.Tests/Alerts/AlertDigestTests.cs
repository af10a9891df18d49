using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Client.Tests.State;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>A cap of one message an hour, which "full" has used: the digest says nothing that the group knows better.</summary>
public class AlertDigestTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private AlertRobot _robot = null!;

    public async Task InitializeAsync()
    {
        _robot = await AlertRobot.StartAsync();
        _robot.Alerts.SetCap(_robot.Target, 1);
        await _robot.FireAsync("full");
    }

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task It_does_not_tell_what_was_told_and_ended_since()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        await FireAsync(Critical, AlertStatus.Sent);
        await ResolveAsync(AlertStatus.Resolved);
        Assert.Null(await ReadDigestAsync());
    }

    [Fact]
    public async Task It_does_not_tell_the_end_of_what_fires_again()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        await ResolveAsync(AlertStatus.Suppressed);
        await FireAsync(Critical, AlertStatus.Sent);
        Assert.Null(await ReadDigestAsync());
    }

    [Fact]
    public async Task It_does_not_tell_what_the_group_will_read_from_the_outbox()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        _robot.Server.Script(AlertRobot.Busy);
        await FireAsync(Critical, AlertStatus.Deferred);
        Assert.Null(await ReadDigestAsync());
    }

    [Fact]
    public async Task It_does_not_tell_what_the_user_has_cleared()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        ForgetAlert();
        Assert.Null(await ReadDigestAsync());
    }

    [Fact]
    public async Task It_does_not_make_the_group_know_less_than_it_does()
    {
        await FireAsync(Critical, AlertStatus.Sent);
        await FireAsync(Warning, AlertStatus.Suppressed, repeatAfter: TimeSpan.Zero);
        Assert.Contains("🟠 k × 1", await ReadDigestAsync(), StringComparison.Ordinal);
        await FireAsync(Critical, AlertStatus.Suppressed);
    }

    [Fact]
    public async Task It_leaves_what_waits_in_the_outbox_waiting()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        await WhileTellingAsync(() =>
        {
            _robot.BeQuiet("09:00-12:00");
            return FireAsync(Warning, AlertStatus.Deferred);
        });
        _robot.Alerts.SetCap(_robot.Target, null);
        await FireAsync(Warning, AlertStatus.Suppressed, repeatAfter: TimeSpan.Zero);
        Assert.Single(_robot.Kept);
    }

    [Fact]
    public async Task What_fires_while_it_is_told_is_told_in_the_next_one_and_nothing_twice()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        await WhileTellingAsync(() =>
        {
            _robot.Alerts.SetCap(_robot.Target, 0);
            return FireAsync(Warning, AlertStatus.Suppressed);
        });
        Assert.Contains("🟠 k × 1", await ReadDigestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_while_it_is_told_is_told_in_the_next_one_with_its_end_alone()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        await WhileTellingAsync(() => ResolveAsync(AlertStatus.Suppressed));
        Assert.Contains("🟢 k (resolved after 1 h", await ReadDigestAsync(), StringComparison.Ordinal);
        Assert.Null(await ReadDigestAsync());
    }

    [Fact]
    public async Task What_is_cleared_and_fires_anew_while_it_is_told_is_told_in_the_next_one()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        await FireAsync(Warning, AlertStatus.Suppressed);
        await WhileTellingAsync(() =>
        {
            _robot.Alerts.SetCap(_robot.Target, 0);
            ForgetAlert();
            return FireAsync(Warning, AlertStatus.Suppressed);
        });
        Assert.Contains("🟠 k × 1", await ReadDigestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_back_and_told_in_memory_is_so_when_the_state_can_be_written_again()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        var disk = new FailingChanges { OnMove = (_, _) => FailingChanges.Broken() };
        _robot.Alerts = _robot.Open(changes: disk);
        Assert.Contains("🟠 k × 1", await ReadDigestAsync(), StringComparison.Ordinal);
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("m")).Status);
        disk.OnMove = (_, _) => null;
        await FireAsync(Warning, AlertStatus.Suppressed);
        Assert.Equal((1, 1), _robot.Open().GetCap(_robot.Target));

        _robot.Alerts = _robot.Open();
        var digest = await ReadDigestAsync();
        Assert.Contains("🟠 m × 1", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("k ×", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_has_told_is_not_brought_back_by_memory()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        var disk = new FailingChanges { OnMove = (_, _) => FailingChanges.Broken() };
        var (here, there) = (_robot.Open(changes: disk), _robot.Alerts);
        _robot.Alerts = here;
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("m")).Status);
        _robot.Alerts = there;
        Assert.Contains("🟠 k × 1", await ReadDigestAsync(), StringComparison.Ordinal);

        disk.OnMove = (_, _) => null;
        _robot.Alerts = here;
        var digest = await ReadDigestAsync();
        Assert.Contains("🟠 m × 1", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("k ×", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_forgotten_as_alerts_are()
    {
        await FireAsync(Warning, AlertStatus.Suppressed);
        _robot.Time.Advance(TimeSpan.FromDays(90) - Hour);
        Assert.Equal(["ops"], _robot.Alerts.GetRobotsToTell());
        _robot.Time.Advance(Hour);
        Assert.Empty(_robot.Alerts.GetRobotsToTell());
        Assert.Null(await ReadDigestAsync());
    }

    /// <summary>The digest that is told after an hour; null if there is none.</summary>
    private async Task<string?> ReadDigestAsync()
    {
        var before = _robot.Server.Messages.Count;
        _robot.Time.Advance(Hour);
        await _robot.TellHeldBackAsync();
        return _robot.Server.Messages.Count == before ? null : (string)_robot.LastBody["markdown"]!["content"]!;
    }

    /// <summary>Does something after the group has read the digest, and before its answer comes.</summary>
    private async Task WhileTellingAsync(Func<Task> work)
    {
        _robot.Time.Advance(Hour);
        _robot.Server.Script(new Fault { DelayMs = 1000 });
        var timers = _robot.Time.ActiveTimers;
        var telling = _robot.TellHeldBackAsync();
        await _robot.Time.UntilTimersAsync(timers + 2).InTimeAsync();
        await work();
        _robot.Time.Advance(TimeSpan.FromSeconds(1));
        await telling;
    }

    private void ForgetAlert() => _robot.Alerts.Forget(_robot.Alerts.GetFiring().Single(alert => alert.Key == "k"));

    private async Task FireAsync(AlertSeverity severity, AlertStatus expected, TimeSpan? repeatAfter = null) =>
        Assert.Equal(expected, (await _robot.FireAsync("k", severity, repeatAfter)).Status);

    private async Task ResolveAsync(AlertStatus expected) => Assert.Equal(expected, (await _robot.ResolveAsync("k")).Status);
}
