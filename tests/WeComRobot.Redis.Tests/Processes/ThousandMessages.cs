using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit.Abstractions;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>Twenty processes on four machines send a thousand messages to one robot. How long that takes is a claim of the benchmark bursts.</summary>
public abstract class ThousandMessages(ITestOutputHelper output)
{
    private protected const int Processes = 20;
    private protected const int MessagesEach = 50;

    /// <summary>Waits for the senders, and asserts that all has arrived, each once.</summary>
    private protected async Task EndWellAsync(Fleet fleet, IReadOnlyList<Worker> senders)
    {
        await Task.WhenAll(senders.Select(sender => sender.EndWellAsync()));
        output.WriteLine($"{fleet.Arrived.Count} arrived, {fleet.Refused} refused with 45009, {fleet.TimeRatio:0.000} times the shortest possible time");
        foreach (var (warning, count) in senders.SelectMany(sender => sender.Lines).Where(line => line.StartsWith("warning ", StringComparison.Ordinal)).CountBy(line => line))
        {
            output.WriteLine($"{count} x {warning}");
        }

        fleet.AssertEachOnce();
    }

    /// <summary>Waits until one of the senders has sent so many.</summary>
    private protected static Task UntilSentAsync(IReadOnlyList<Worker> senders, int count) =>
        Task.WhenAny(senders.Select(sender => sender.UntilSaidAsync("sent", count)));
}
