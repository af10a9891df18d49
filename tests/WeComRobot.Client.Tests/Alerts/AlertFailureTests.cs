using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>Messages that do not arrive, or may not have: nothing counts as told that is not certain.</summary>
public class AlertFailureTests : IAsyncLifetime
{
    private AlertRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Theory]
    [InlineData(-1)]
    [InlineData(40008)]
    public async Task What_was_not_delivered_was_not_told_and_the_next_call_goes_at_once(int code)
    {
        var error = await _robot.FailAsync(new Fault { ErrCode = code }, () => _robot.FireAsync());
        Assert.Equal((FailureCause.Refused, code), (error.Cause, error.ErrorCode));
        var firing = Assert.Single(_robot.Alerts.GetFiring());
        Assert.Equal((1, null, null), (firing.Count, firing.LastSentAt, firing.Next));

        Assert.Equal((AlertStatus.Sent, 2), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 2)], _robot.Read);
    }

    [Fact]
    public async Task An_end_of_what_was_never_delivered_is_not_sent()
    {
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.FireAsync());
        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync()).Status);
        Assert.Empty(_robot.Texts);
        Assert.Empty(_robot.Alerts.GetFiring());
    }

    [Fact]
    public async Task What_may_have_arrived_is_sent_again_by_the_next_call()
    {
        Assert.Equal(FailureCause.OutcomeUnknown, (await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync())).Cause);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync());
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
        await _robot.ResolveAsync();
        Assert.Equal(new("disk", true, default, 3), _robot.Read[^1]);
    }

    [Fact]
    public async Task An_end_whose_beginning_may_not_have_arrived_says_so()
    {
        await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync());
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        Assert.Equal([new("disk", true, default, 1, IsInDoubt: true)], _robot.Read);
    }

    [Fact]
    public async Task A_doubt_outlives_a_certain_failure()
    {
        await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync());
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.FireAsync());
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        Assert.Equal([new("disk", true, default, 2, IsInDoubt: true)], _robot.Read);
    }

    [Fact]
    public async Task A_rise_that_may_have_arrived_is_sent_again_whatever_its_severity()
    {
        await FireAsync();
        await _robot.FailAsync(AlertRobot.Lost, () => _robot.FireAsync(severity: Critical));
        Assert.Equal((AlertStatus.Sent, 3), await FireAsync());
        Assert.Equal((AlertStatus.Suppressed, 4), await FireAsync());
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.FireAsync(severity: Critical));
        Assert.Equal((AlertStatus.Suppressed, 6), await FireAsync());
    }

    [Fact]
    public async Task An_end_that_was_not_delivered_is_told_by_the_next_call()
    {
        await FireAsync();
        _robot.Time.Advance(TimeSpan.FromMinutes(10));
        await _robot.FailAsync(AlertRobot.Busy, () => _robot.ResolveAsync());
        Assert.Single(_robot.Alerts.GetFiring());
        _robot.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        Assert.Contains("Lasted 10 min", _robot.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_may_have_arrived_is_not_told_twice()
    {
        await FireAsync();
        Assert.Equal(FailureCause.OutcomeUnknown, (await _robot.FailAsync(AlertRobot.Lost, () => _robot.ResolveAsync())).Cause);
        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync()).Status);
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
    }

    [Fact]
    public async Task With_an_outbox_the_message_is_kept_and_the_next_call_delivers_it()
    {
        KeepBusy();
        Assert.Equal((AlertStatus.Deferred, 1), await FireAsync());
        Assert.Contains(_robot.Observer.Warnings, text => text.Contains("waits in the outbox", StringComparison.Ordinal));

        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 1)], _robot.Read);
        Assert.Equal((AlertStatus.Suppressed, 3), await FireAsync());
        Assert.Single(_robot.Texts);
        Assert.Empty(_robot.Kept);
    }

    [Fact]
    public async Task What_waits_is_overtaken_by_a_critical_alert_alone()
    {
        KeepBusy();
        await FireAsync(Info);
        _robot.Server.Script(AlertRobot.Busy);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync(Warning));
        _robot.Server.Script(AlertRobot.Busy);
        Assert.Equal((AlertStatus.Sent, 3), await FireAsync(Critical));
        Assert.Equal([new("disk", false, Critical, 3)], _robot.Read);
        Assert.Empty(_robot.Kept);
    }

    [Fact]
    public async Task An_end_waits_behind_its_beginning()
    {
        KeepBusy();
        await FireAsync();
        _robot.Server.Script(AlertRobot.Busy);
        Assert.Equal(AlertStatus.Deferred, (await _robot.ResolveAsync()).Status);
        Assert.Empty(_robot.Texts);
        Assert.DoesNotContain(_robot.Observer.Warnings, text => text.Contains("quiet hours", StringComparison.Ordinal));
        await _robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1), new("disk", true, default, 1)], _robot.Read);
    }

    [Fact]
    public async Task What_was_delivered_from_the_outbox_was_told_and_what_is_set_aside_there_was_not()
    {
        KeepBusy();
        await FireAsync();
        await _robot.DeliverAsync();
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());

        _robot.Server.Script(AlertRobot.Lost);
        await _robot.FireAsync("db");
        Assert.Equal(OutboxState.Unknown, Assert.Single(_robot.Kept).State);
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync("db")).Status);
        Assert.Equal(["disk", "db"], _robot.Read.Select(told => told.Key));
    }

    [Fact]
    public async Task An_end_of_what_is_set_aside_as_unknown_says_so()
    {
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        _robot.Server.Script(AlertRobot.Lost);
        await FireAsync();
        await _robot.ResolveAsync();
        Assert.Equal([new("disk", true, default, 1, IsInDoubt: true)], _robot.Read);
    }

    [Fact]
    public async Task What_the_service_refuses_is_not_kept()
    {
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        Assert.Equal(FailureCause.Refused, (await _robot.FailAsync(new() { ErrCode = 40008 }, () => _robot.FireAsync())).Cause);
        Assert.Empty(_robot.Kept);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync());
    }

    [Theory]
    [InlineData(FailurePolicy.Error, -1)]
    [InlineData(FailurePolicy.Error, 40008)]
    [InlineData(FailurePolicy.Outbox, 40008)]
    public async Task What_arrived_without_its_file_was_told(FailurePolicy policy, int code)
    {
        _robot.Options = new() { OnFailure = policy };
        await FailWithFileAsync(code, () => _robot.FireAsync(content: new('x', 3000)));
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        await FailWithFileAsync(code, () => _robot.ResolveAsync(content: new('x', 3000)));
        Assert.Equal(AlertStatus.NotFiring, (await _robot.ResolveAsync()).Status);
        Assert.Equal([false, true], _robot.Read.Select(told => told.IsEnd));
    }

    [Theory]
    [InlineData(false, OutboxState.Pending)]
    [InlineData(true, OutboxState.Unknown)]
    public async Task What_arrived_was_told_although_its_file_is_kept(bool isLost, OutboxState state)
    {
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        _robot.Server.Script(new(), new(), isLost ? AlertRobot.Lost : AlertRobot.Busy);
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync(content: new('x', 3000))).Status);
        Assert.Equal(state, Assert.Single(_robot.Outbox.GetItems()).State);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
    }

    [Fact]
    public async Task A_file_that_is_kept_without_its_message_outlives_the_next_message()
    {
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        _robot.Server.Script(new(), new(), AlertRobot.Busy);
        await _robot.FireAsync(content: new('x', 3000));
        _robot.Server.Script(AlertRobot.Busy);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync(Critical));
        Assert.Equal(OutboxState.Pending, Assert.Single(_robot.Outbox.GetItems()).State);
    }

    [Fact]
    public async Task What_fires_while_an_end_is_tried_again_is_counted()
    {
        await FireAsync();
        var observer = new RecordingObserver();
        _robot.Server.Script(AlertRobot.Busy, AlertRobot.Busy);
        var end = _robot.Alerts.ResolveAsync(
            _robot.Target, new() { Title = "disk", Format = AlertFormat.Text }, new() { Delivery = new() { MaxRetry = 1, Observer = observer } });
        await observer.UntilWaitingAsync();
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        await _robot.Time.UntilTimersAsync(1);
        _robot.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<WeComException>(() => end);
        Assert.Equal(2, Assert.Single(_robot.Alerts.GetFiring()).Count);
    }

    /// <summary>The upload and the message succeed, and the post of the file does not.</summary>
    private async Task FailWithFileAsync(int code, Func<Task> call)
    {
        _robot.Server.Script(new(), new());
        await _robot.FailAsync(new() { ErrCode = code }, call);
    }

    private void KeepBusy()
    {
        _robot.Options = new() { OnFailure = FailurePolicy.Outbox };
        _robot.Server.Script(AlertRobot.Busy);
    }

    private async Task<(AlertStatus Status, int Count)> FireAsync(AlertSeverity severity = Warning)
    {
        _robot.Time.Advance(TimeSpan.FromSeconds(1));
        var receipt = await _robot.FireAsync(severity: severity);
        return (receipt.Status, receipt.Count);
    }
}
