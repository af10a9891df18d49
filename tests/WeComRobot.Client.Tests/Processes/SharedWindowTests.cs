using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Processes that share one robot, on the system's clock, in shortened minutes.</summary>
public sealed class SharedWindowTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Ten_processes_send_sixty_messages_each_once_without_45009_and_at_almost_the_full_rate()
    {
        await using var robot = await SharedRobot.StartAsync(TimeSpan.FromSeconds(3));
        var workers = await robot.StartWorkersAsync(count: 10, messagesEach: 60, timeout: TimeSpan.FromSeconds(30));
        await Task.WhenAll(workers.Select(worker => worker.EndWellAsync()));

        var least = robot.LeastPossible(600);
        var took = robot.Server.Messages[^1].ReceivedAt - robot.Server.Messages[0].ReceivedAt;
        output.WriteLine($"{took} for {least}: {took / least:0.000}");
        robot.AssertOnce(workers, 600);
        Assert.Empty(robot.Server.Refusals);
        Assert.Equal(600, robot.Server.RequestCount);
        Assert.InRange(took, least, 1.05 * least);
    }
}
