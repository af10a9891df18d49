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

/// <summary>What ends in quiet hours, or was not delivered after them.</summary>
public class AlertQuietEndTests : AlertNight
{
    [Fact]
    public async Task An_end_waits_behind_its_beginning()
    {
        await FireAsync();
        var end = await Robot.ResolveAsync();
        Assert.Equal((AlertStatus.Deferred, Warning), (end.Status, end.Severity));
        Assert.Empty(Robot.Alerts.GetFiring());
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([new("disk", false, Warning, 1), new("disk", true, default, 1)], Robot.Read);
    }

    [Fact]
    public async Task An_end_waits_behind_its_beginning_even_if_it_is_not_quiet_any_more()
    {
        await FireAsync();
        Robot.Target = Robot.Target with { QuietHours = null };
        Assert.Equal(AlertStatus.Deferred, (await Robot.ResolveAsync()).Status);
        await Robot.DeliverAsync();
        Assert.Empty(Robot.Texts);
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Equal([false, true], Robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task An_end_has_the_severity_that_was_told()
    {
        await FireAsync(Critical);
        await Robot.FireAsync("db");
        Assert.Equal(AlertStatus.Resolved, (await Robot.ResolveAsync()).Status);
        Assert.Equal(AlertStatus.Deferred, (await Robot.ResolveAsync("db")).Status);
        Assert.Equal(["disk", "disk"], Robot.Read.Select(told => told.Key));
    }

    [Fact]
    public async Task A_critical_failure_that_nobody_read_does_not_make_the_end_overtake_the_beginning()
    {
        await FireAsync(Info);
        await Robot.FailAsync(AlertRobot.Busy, () => Robot.FireAsync(severity: Critical));
        Assert.Equal(AlertStatus.Deferred, (await Robot.ResolveAsync()).Status);
        Assert.Empty(Robot.Texts);
    }

    [Fact]
    public async Task The_end_of_what_was_told_as_critical_takes_the_place_of_a_repetition_that_waits()
    {
        await FireAsync(Critical);
        Robot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal((AlertStatus.Deferred, 2), await FireAsync());
        Assert.Equal(AlertStatus.Resolved, (await Robot.ResolveAsync()).Status);
        Assert.Empty(Robot.Outbox.GetItems());
    }

    [Fact]
    public async Task A_beginning_that_has_expired_was_not_told_and_its_end_is_set_aside_with_it()
    {
        Robot.Options = new() { ExpiresAfter = TimeSpan.FromHours(3) };
        await FireAsync();
        await Robot.FireAsync("db");
        Robot.Options = new();
        await Robot.ResolveAsync();
        AdvanceTo(7);
        await Robot.DeliverAsync();
        Assert.Empty(Robot.Texts);
        Assert.Equal(3, Robot.Kept.Count(kept => kept.State == OutboxState.Expired));

        Assert.Equal(AlertStatus.Sent, (await Robot.FireAsync("db")).Status);
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
    }

    [Fact]
    public async Task A_beginning_whose_file_was_damaged_was_not_told()
    {
        await FireAsync();
        Robot.DamageFirstKept();
        AdvanceTo(7);
        Assert.Equal((AlertStatus.Sent, 2), await FireAsync());
        Assert.Equal([new("disk", false, Warning, 2)], Robot.Read);
    }

    [Fact]
    public async Task The_end_of_a_beginning_whose_file_was_damaged_is_set_aside()
    {
        await FireAsync();
        await Robot.ResolveAsync();
        Robot.DamageFirstKept();
        AdvanceTo(8);
        await Robot.DeliverAsync();
        Assert.Empty(Robot.Texts);
        Assert.Equal([OutboxState.Damaged, OutboxState.Refused], Robot.Outbox.GetItems().Select(item => item.State));
    }
}
