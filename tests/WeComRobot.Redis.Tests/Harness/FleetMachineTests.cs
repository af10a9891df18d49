using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Redis.Tests.Harness;

/// <summary>The machines of the other tests have wrong clocks, and nothing else is wrong with them.</summary>
public sealed class FleetMachineTests
{
    [UnixFact("faketime")]
    public async Task Wall_clocks_are_wrong_and_waits_are_right()
    {
        foreach (var skew in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(-5), TimeSpan.Zero })
        {
            using var machine = await FleetMachine.StartAsync(skew);
            var worker = await machine.StartWorkerAsync("clocks", "--webhook", "http://127.0.0.1:9/cgi-bin/webhook/send?key=k");
            var (wall, timestamp) = (DateTime.UtcNow, Stopwatch.GetTimestamp());
            worker.Go();
            await worker.EndWellAsync();

            Assert.InRange(Number("wall"), (wall + skew).Ticks, (DateTime.UtcNow + skew).Ticks);
            Assert.InRange(Number("timestamp"), timestamp, Stopwatch.GetTimestamp());
            foreach (var wait in new[] { "timer", "thread", "lock" })
            {
                // Waits that the library breaks return at once; others may end some milliseconds early
                Assert.True(TimeSpan.FromTicks(Number("waited " + wait)) > TimeSpan.FromMilliseconds(200));
            }

            long Number(string what) => long.Parse(worker.Lines.Single(line => line.StartsWith(what + " ", StringComparison.Ordinal)).Split(' ')[^1]);
        }
    }

    [UnixFact("faketime")]
    public async Task A_killed_process_leaves_nothing_in_shared_memory()
    {
        var machine = await FleetMachine.StartAsync(TimeSpan.FromMinutes(5));
        var worker = await machine.StartWorkerAsync("clocks", "--webhook", "http://127.0.0.1:9/cgi-bin/webhook/send?key=k");
        Assert.True(await worker.KillAsync());
        machine.Dispose();

        Assert.Empty(Directory.EnumerateFiles("/dev/shm", $"*faketime_*_{worker.Id}"));
    }
}
