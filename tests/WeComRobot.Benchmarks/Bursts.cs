using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Simulator;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: processes that together send many messages to one robot take at most 1.02 times the shortest possible time if there is one, and
/// 1.05 times if there are ten; and the service refuses none. The shortest possible time is that of as many messages as it takes at
/// once, and as many more with each window.
/// </summary>
internal static class Bursts
{
    private const double MaxRatioOfOne = 1.02;
    private const double MaxRatioOfTen = 1.05;

    // With the official 20 a minute, 1000 messages would take 50 minutes. So the minute is shortened, and the robot takes a tenth of
    // the burst at once: all last nine windows. Of shorter windows, the 20 ms that the client waits longer than a window
    // (architecture.md#rate-window), and the time in which ten processes compile their first send, would be too large a part
    private const int Windows = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    public static async Task<Table> RunAsync()
    {
        var shortest = Window * (Windows - 1);
        var table = new Table($"Bursts to one robot that takes a tenth of one in {Window.TotalSeconds} s", "messages", "processes", "shortest possible", "ratio", "45009s");
        foreach (var (processes, maxRatio) in new[] { (1, MaxRatioOfOne), (10, MaxRatioOfTen) })
        {
            foreach (var messages in new[] { 200, 1000 })
            {
                var (delivered, elapsed, refused) = await MeasureAsync(messages, processes);
                table.AddRow($"{messages}", $"{processes}", $"{shortest.TotalSeconds:0} s", $"{elapsed / shortest:0.000}", $"{refused}");
                table.Claim($"{messages} messages, processes: {processes}, time", elapsed / shortest, maxRatio);
                table.Claim($"{messages} messages, processes: {processes}, refused or missing", refused + messages - delivered, 0);
            }
        }

        return table;
    }

    private static async Task<(int Delivered, TimeSpan Elapsed, int Refused)> MeasureAsync(int messages, int processes)
    {
        var limit = messages / Windows;
        using var folder = new TestFolder();
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(limit, Window) });
        var workers = await Task.WhenAll(Enumerable.Range(0, processes).Select(i => Worker.StartAsync(
            "send", "--webhook", server.Webhook(), "--state", folder.FullName, "--prefix", "w" + i, "--count", messages / processes,
            "--limit", $"{limit}/{Window.TotalSeconds}")));
        Array.ForEach(workers, worker => worker.Go());
        await Task.WhenAll(workers.Select(worker => worker.EndWellAsync()));
        Array.ForEach(workers, worker => worker.Dispose());
        var arrivals = server.Messages.Select(message => message.ReceivedAt).ToArray();
        return (arrivals.Length, arrivals[^1] - arrivals[0], server.Refusals.Count);
    }
}
