using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Client.Tests.Alerts;
using Xunit;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Processes that fire the same alerts at once.</summary>
public sealed class AlertProcessTests : IAsyncLifetime
{
    private SharedAlerts _alerts = null!;

    public async Task InitializeAsync()
    {
        _alerts = await SharedAlerts.StartAsync();
        _alerts.Slow(10);
    }

    public async Task DisposeAsync() => await _alerts.DisposeAsync();

    [Fact]
    public async Task Two_that_fire_the_same_keys_tell_the_group_once()
    {
        string[] keys = ["a", "b", "c", "d", "e", "f", "g", "h"];
        await RunAsync([.. Enumerable.Repeat(string.Join(',', keys.Select(key => $"Warning {key}")), 2)]);
        Assert.All(keys, key => Assert.Equal([new Told(key, false, AlertSeverity.Warning, 1)], _alerts.Read(key)));
        Assert.All(_alerts.Firing, alert => Assert.Equal(2, alert.Count));
    }

    [Fact]
    public async Task Eight_with_different_severities_tell_the_group_of_each_rise_once()
    {
        string[] keys = ["a", "b", "c"];
        await RunAsync([.. Enumerable.Range(0, 8).Select(i => string.Join(',', keys.Select(key => $"{(AlertSeverity)(i % 3)} {key}")))]);
        foreach (var key in keys)
        {
            var severities = _alerts.Read(key).Select(told => told.Severity).ToArray();
            Assert.Equal(severities.Distinct().Order(), severities);
            Assert.Equal(AlertSeverity.Critical, severities[^1]);
        }

        Assert.All(_alerts.Firing, alert => Assert.Equal(8, alert.Count));
    }

    [Fact]
    public async Task Two_that_end_the_same_keys_tell_it_once()
    {
        string[] keys = ["a", "b", "c", "d"];
        await RunAsync(string.Join(',', keys.Select(key => $"Critical {key}")));
        await RunAsync([.. Enumerable.Repeat(string.Join(',', keys.Select(key => $"end {key}")), 2)]);
        Assert.All(keys, key => Assert.Equal([false, true], _alerts.Read(key).Select(told => told.IsEnd)));
        Assert.Empty(_alerts.Firing);
    }

    /// <summary>Starts a process for each list of calls, and lets them begin when all are ready.</summary>
    private async Task RunAsync(params string[] calls)
    {
        var workers = await Task.WhenAll(calls.Select(list => _alerts.StartWorkerAsync(0, list)));
        foreach (var worker in workers)
        {
            worker.Go();
        }

        foreach (var worker in workers)
        {
            await worker.EndWellAsync();
            Assert.DoesNotContain(worker.Lines, line => line.StartsWith("failed", System.StringComparison.Ordinal));
            worker.Dispose();
        }
    }
}
