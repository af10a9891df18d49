using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Simulator;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: ten processes that each send 60 messages to one robot take at most 1.05 times the shortest possible time, which is 20
/// messages at once and 20 more with each window. Windows are shortened to 2 s.
/// </summary>
internal static class SharedWindow
{
    private const int Processes = 10;
    private const int MessagesEach = 60;
    private const int Limit = 20;
    private const double MaxRatio = 1.05;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(Limit, Window) });
        var workers = Enumerable.Range(0, Processes).Select(i => Start(server.Webhook(), folder.FullName, i)).ToArray();
        await Task.WhenAll(workers.Select(worker => worker.StandardOutput.ReadLineAsync())); // each prints "ready"
        foreach (var worker in workers)
        {
            worker.StandardInput.WriteLine();
        }

        await Task.WhenAll(workers.Select(worker => worker.StandardOutput.ReadToEndAsync()));
        return Report(server);
    }

    private static Table Report(SimulatorServer server)
    {
        var arrivals = server.Messages.Select(message => message.ReceivedAt).ToArray();
        var shortest = Window * ((Processes * MessagesEach - 1) / Limit);
        var elapsed = arrivals[^1] - arrivals[0];
        var table = new Table($"{Processes} processes that send {MessagesEach} messages each to one robot", "", "time", "ratio");
        table.AddRow("shortest possible", $"{shortest.TotalSeconds:0.00} s", "1");
        table.AddRow($"{arrivals.Length} messages", $"{elapsed.TotalSeconds:0.00} s", $"{elapsed / shortest:0.000}");
        table.Claim("time, as a ratio to the shortest possible", elapsed / shortest, MaxRatio);
        table.Claim("messages refused", server.Refusals.Count, 0);
        table.Claim("messages missing", (Processes * MessagesEach) - arrivals.Length, 0);
        return table;
    }

    private static Process Start(Uri webhook, string state, int number)
    {
        var dll = BuiltProgram.PathOf("WeComRobot.Worker", "net10.0", "WeComRobot.Worker.dll");
        string[] arguments =
        [
            dll, "send", "--webhook", webhook.AbsoluteUri, "--state", state, "--prefix", $"w{number}", "--count", $"{MessagesEach}",
            "--limit", $"{Limit}/{Window.TotalSeconds}",
        ];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
