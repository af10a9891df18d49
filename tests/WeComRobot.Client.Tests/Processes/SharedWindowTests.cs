using System;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Processes that share one robot, on the system's clock, in shortened minutes. How long they take is the claim of the benchmark bursts.</summary>
public sealed class SharedWindowTests
{
    [Fact]
    public async Task Ten_processes_send_sixty_messages_each_once_and_without_45009()
    {
        await using var robot = await SharedRobot.StartAsync(TimeSpan.FromSeconds(2));
        var workers = await robot.StartWorkersAsync(count: 10, messagesEach: 60, timeout: TimeSpan.FromSeconds(30));
        await Task.WhenAll(Array.ConvertAll(workers, worker => worker.EndWellAsync()));

        robot.AssertOnce(workers, 600);
        Assert.Empty(robot.Server.Refusals);
        Assert.Equal(600, robot.Server.RequestCount);
    }
}
