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
        var workers = await robot.StartWorkersAsync(count: 6, messagesEach: 40, timeout, "posting:3", "delivered:5");

        // The one dies with a slot that it never used, the other with one whose message has arrived and that it did not stamp
        await Task.WhenAll(workers.Take(2).Select(worker => worker.UntilHeldAsync()));
        Assert.All(await Task.WhenAll(workers.Take(2).Select(worker => worker.KillAsync())), Assert.True);
        await Task.WhenAll(workers.Skip(2).Select(worker => worker.EndWellAsync()));

        robot.AssertOnce(workers[2..], 160);
        Assert.All(robot.Arrived().CountBy(text => text), text => Assert.Equal(1, text.Value));
        Assert.All(workers.Take(2).SelectMany(SharedRobot.SentBy), text => Assert.Contains(text, robot.Arrived()));
        Assert.Empty(robot.Server.Refusals);

        // Nobody sends any more: by then each slot has lapsed, also those of the dead
        var later = new LaterTime(timeout + (2 * robot.Limit.Window));
        using var client = new RobotClient(later, robot.Limit, robot.StateFolder);
        var window = client.GetRateWindow(robot.Address);
        Assert.Equal((robot.Limit.Messages, robot.Limit.Window, 0), (window.Limit, window.Window, window.Used));
        Assert.NotNull(window.StatePath);
    }
}
