using System;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>A robot with quiet hours from 22:00 to 07:00; it is 23:00.</summary>
public abstract class AlertNight : IAsyncLifetime
{
    private protected AlertRobot Robot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Robot = await AlertRobot.StartAsync();
        Robot.BeQuiet("22:00-07:00");
        Robot.Time.Advance(TimeSpan.FromHours(15));
    }

    public async Task DisposeAsync() => await Robot.DisposeAsync();

    private protected void AdvanceTo(int hour) => Robot.Time.Advance(Robot.Time.GetUtcNow().Date.AddDays(1).AddHours(hour) - Robot.Time.GetUtcNow().UtcDateTime);

    private protected async Task<(AlertStatus Status, int Count)> FireAsync(AlertSeverity severity = Warning, TimeSpan? repeatAfter = null)
    {
        var receipt = await Robot.FireAsync(severity: severity, repeatAfter: repeatAfter);
        return (receipt.Status, receipt.Count);
    }
}
