using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Processes that share one robot, on the system's clock, in shortened minutes.</summary>
public sealed class SharedWindowTests(ITestOutputHelper output)
{
    // A slot's next turn waits for a timer, twice for the state file and once more while another has it, and for two threads each
    // on the way to the simulator, in it, and back
    private const int WakesInARound = 10;

    [Fact]
    public async Task Ten_processes_send_sixty_messages_each_once_without_45009_and_at_almost_the_full_rate()
    {
        await using var robot = await SharedRobot.StartAsync(TimeSpan.FromSeconds(2));
        var workers = await robot.StartWorkersAsync(count: 10, messagesEach: 60, timeout: TimeSpan.FromSeconds(30));
        using var metronome = new Metronome();
        await Task.WhenAll(workers.Select(worker => worker.EndWellAsync()));
        var late = metronome.Stop();

        var least = robot.LeastPossible(600);
        var took = robot.Server.Messages[^1].ReceivedAt - robot.Server.Messages[0].ReceivedAt;
        output.WriteLine($"{took} for {least}: {took / least:0.000}, on a machine that is {late.TotalMilliseconds:0.0} ms late");
        robot.AssertOnce(workers, 600);
        Assert.Empty(robot.Server.Refusals);
        Assert.Equal(600, robot.Server.RequestCount);

        // What the machine was late, for others kept it busy, is not the window's doing: nothing on a quiet one
        var rounds = least / robot.Limit.Window;
        Assert.InRange(took, least, (1.05 * least) + (rounds * WakesInARound * late));
    }
}
