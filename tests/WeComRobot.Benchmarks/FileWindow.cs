using System;
using System.Diagnostics;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: with the rate window in a shared file, the median send takes less than 0.3 ms longer than with one in memory.</summary>
internal static class FileWindow
{
    private const int Sends = 1000;
    private const double MaxDifferenceMs = 0.3;

    // The window is so short that no send waits for it
    private static readonly RateLimit Limit = new(1000, TimeSpan.FromMilliseconds(1));
    private static readonly Message Text = new TextMessage { Text = new() { Content = "磁盘将满" } };

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(int.MaxValue, TimeSpan.FromMinutes(1)) });
        var robot = WebhookAddress.Parse(server.Webhook().AbsoluteUri);
        using var memory = new RobotClient(limit: Limit);
        using var file = new RobotClient(limit: Limit, stateFolder: folder.FullName);
        Func<Task<double>>[] sends = [() => TimeAsync(memory, robot), () => TimeAsync(file, robot)];
        await Turns.MeasureAsync(2 * Sends, sends); // during which code is compiled
        var medians = await Turns.MeasureAsync(Sends, sends);

        var table = new Table("A send, by where the rate window is", $"median of {Sends}", "time", "ratio");
        table.AddRow("in memory", $"{medians[0]:0.000} ms", "1");
        table.AddRow("in a file", $"{medians[1]:0.000} ms", $"{medians[1] / medians[0]:0.00}");
        table.Claim("ms by which the file takes longer", medians[1] - medians[0], MaxDifferenceMs);
        return table;
    }

    /// <summary>Sends after a pause, as real sends are rare, and back-to-back sends would profit from caches that are still warm.</summary>
    private static async Task<double> TimeAsync(RobotClient client, WebhookAddress robot)
    {
        await Task.Delay(2);
        var start = Stopwatch.GetTimestamp();
        await client.SendAsync(robot, Text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
