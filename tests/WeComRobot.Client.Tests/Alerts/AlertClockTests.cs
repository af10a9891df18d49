using System;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>Clocks that are set, and machines that are restarted: neither opens an interval, nor closes one for long.</summary>
public class AlertClockTests : IAsyncLifetime
{
    private AlertRobot _robot = null!;

    public static TheoryData<int> Steps => [-86400, -3600, -1, 1, 3600, 86400];

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_of_the_wall_clock_neither_opens_nor_closes_an_interval(int seconds)
    {
        await _robot.FireAsync();
        _robot.Time.Advance(TimeSpan.FromMinutes(30));
        _robot.Time.SetWallClock(TimeSpan.FromSeconds(seconds));
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        _robot.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_of_the_wall_clock_neither_ends_the_hour_of_a_cap_nor_makes_it_longer(int seconds)
    {
        _robot.Alerts.SetCap(_robot.Target, 1);
        await _robot.FireAsync("a");
        _robot.Time.SetWallClock(TimeSpan.FromSeconds(seconds));
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("b")).Status);
        _robot.Time.Advance(TimeSpan.FromHours(1));
        await _robot.TellHeldBackAsync();
        Assert.Equal(2, _robot.Server.Messages.Count);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_by_a_day_does_not_make_an_alert_last_less_than_nothing()
    {
        await _robot.FireAsync();
        _robot.Time.Advance(TimeSpan.FromMinutes(5));
        _robot.Time.SetWallClock(TimeSpan.FromDays(-1));
        await _robot.ResolveAsync();
        Assert.Contains("Lasted 5 min,", _robot.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_the_wall_clock_tells_what_has_passed()
    {
        _robot.Time.Advance(TimeSpan.FromHours(1));
        await _robot.FireAsync();
        var after = new VirtualTime(_robot.Time.GetUtcNow() + TimeSpan.FromMinutes(30));
        _robot.Alerts = _robot.Open(after, "here after a restart");
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        after.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync()).Status);
    }

    [Theory]
    [InlineData(-86400)]
    [InlineData(-60)]
    public async Task A_restart_with_the_clock_set_back_closes_the_interval_for_one_interval_at_most(int seconds)
    {
        await _robot.FireAsync();
        var after = new VirtualTime(_robot.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        _robot.Alerts = _robot.Open(after, "here after a restart");
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        after.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync()).Status);
        Assert.Equal(3, Assert.Single(_robot.Alerts.GetFiring()).Count);
    }

    [Fact]
    public async Task A_restart_with_the_clock_set_back_makes_the_hour_of_a_cap_longer_by_one_hour_at_most()
    {
        _robot.Alerts.SetCap(_robot.Target, 1);
        await _robot.FireAsync("a");
        await _robot.FireAsync("b");
        var after = new VirtualTime(_robot.Time.GetUtcNow() - TimeSpan.FromDays(1000));
        _robot.Alerts = _robot.Open(after, "here after a restart");
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("c")).Status);
        after.Advance(TimeSpan.FromHours(1));
        await _robot.TellHeldBackAsync();
        Assert.Equal(2, _robot.Server.Messages.Count);
        Assert.Contains("b × 1\n🟠 c × 1", (string)_robot.LastBody["markdown"]!["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_machine_with_another_clock_shares_the_interval()
    {
        await _robot.FireAsync();
        var there = new VirtualTime(_robot.Time.GetUtcNow() + TimeSpan.FromMinutes(10));
        _robot.Alerts = _robot.Open(there, "there");
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        _robot.Alerts = _robot.Open();
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
    }
}
