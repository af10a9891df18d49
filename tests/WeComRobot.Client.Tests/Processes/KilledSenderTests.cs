using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Processes that share one robot, some of which are killed.</summary>
public sealed class KilledSenderTests
{
    [Fact]
    public async Task Two_of_six_processes_killed_cost_the_others_nothing_and_their_slots_come_back()
    {
        await using var robot = await SharedRobot.StartAsync(TimeSpan.FromSeconds(2));
        var timeout = TimeSpan.FromSeconds(3);
        robot.Server.Script([.. Enumerable.Repeat(new Fault { DelayMs = 30 }, 240)]);
        var workers = await robot.StartWorkersAsync(count: 6, messagesEach: 40, timeout);

        // It says "sending", "posting", "delivered" and "sent": the one dies in its third post, the other some time later
        var random = new Random(6);
        var killed = await Task.WhenAll(
            KillAsync(workers[0], (2 * 4) + 2, random.Next(8)), KillAsync(workers[1], random.Next(10, 40), random.Next(2000)));
        Assert.Equal([true, true], killed);
        await Task.WhenAll(workers.Skip(2).Select(worker => worker.EndWellAsync()));

        robot.AssertOnce(workers[2..], 160);
        Assert.All(robot.Arrived().CountBy(text => text), text => Assert.Equal(1, text.Value));
        Assert.All(workers.Take(2).SelectMany(SharedRobot.SentBy), text => Assert.Contains(text, robot.Arrived()));
        Assert.Empty(robot.Server.Refusals);

        // Nobody sends any more: by then each slot has lapsed, also those of the dead
        await Task.Delay(timeout + (2 * robot.Limit.Window));
        using var client = new RobotClient(limit: robot.Limit, stateFolder: robot.StateFolder);
        var window = client.GetRateWindow(robot.Address);
        Assert.Equal((robot.Limit.Messages, robot.Limit.Window, 0), (window.Limit, window.Window, window.Used));
        Assert.NotNull(window.StatePath);
    }

    /// <summary>Kills a worker some time after it has said so many lines: in the middle of a post, a wait, or a change of the file.</summary>
    private static async Task<bool> KillAsync(Worker worker, int lines, int milliseconds)
    {
        Assert.True(await worker.UntilLinesAsync(lines));
        await Task.Delay(milliseconds);
        return await worker.KillAsync();
    }
}
