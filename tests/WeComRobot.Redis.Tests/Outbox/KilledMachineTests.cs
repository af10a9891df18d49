using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Outbox;
using WeComRobot.Redis.Tests.Processes;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>Machines with wrong clocks are killed while they send and deliver: the others deliver what is left, in order and each once.</summary>
public sealed class KilledMachineTests : IAsyncLifetime
{
    private const int Robots = 2;
    private const int MessagesEach = 20;

    private OutboxServer _server = null!;
    private SimulatorServer _robots = null!;
    private FleetMachine[] _machines = null!;

    public async Task InitializeAsync()
    {
        _server = await OutboxServer.StartAsync();
        _robots = await SimulatorServer.StartAsync(new SimulatorOptions
        {
            Keys = [Keys.First, Keys.Second],
            Rate = new(1000, TimeSpan.FromSeconds(1)),
        });
        var skews = new[] { TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(-5) };
        _machines = await Task.WhenAll(skews.Select(skew => FleetMachine.StartAsync(skew)));
    }

    public async Task DisposeAsync()
    {
        Array.ForEach(_machines, machine => machine.Dispose());
        await _robots.DisposeAsync();
        _server.Dispose();
    }

    [FleetFact]
    public async Task Killed_anywhere()
    {
        // The first machine keeps what it sends to a robot that is not there. It is killed while it writes, posts and has just arrived
        var nobody = TestPort.Find();
        await ForEachRobotAsync(robot => KillAsync(_machines[0], "outbox-send", robot, "kept:20", new UriBuilder(WebhookOf(robot)) { Port = nobody }.Uri));
        await ForEachRobotAsync(robot => KillAsync(_machines[0], "outbox-send", robot, robot == 0 ? "posting:1" : "delivered:1", WebhookOf(robot), "late"));

        // Machines that deliver are killed, too
        foreach (var (step, machine) in new[] { ("posting:3", _machines[1]), ("delivered:3", _machines[0]), ("posting:2", _machines[1]) })
        {
            await _server.LapseClaimsAsync();
            await ForEachRobotAsync(robot => KillAsync(machine, "outbox-deliver", robot, step, WebhookOf(robot)));
        }

        await _server.LapseClaimsAsync();
        await ForEachRobotAsync(DeliverAsync);
        var left = new MessageOutbox([_server.Join()], null).GetItems();
        Assert.All(left, item => Assert.Equal(OutboxState.Unknown, item.State));
        for (var robot = 0; robot < Robots; robot++)
        {
            var arrived = _robots.Messages.Where(message => message.Key == KeyOf(robot)).Select(message => message.TextContent()).ToArray();
            var unknown = left.Where(item => item.Robot == "robot" + robot).Select(item => OutboxRobot.TextOf(item)!).ToArray();

            // A kill during a post leaves one message in doubt, any other kill none
            Assert.Equal(robot == 0 ? 3 : 2, unknown.Length);
            Assert.Equal(TextsOf(robot).Except(unknown), arrived.Intersect(TextsOf(robot)).Except(unknown));
            Assert.Equal(arrived.Distinct(), arrived);
        }
    }

    private static string[] TextsOf(int robot) => [.. Enumerable.Range(0, MessagesEach).Select(i => $"kept{robot}-{i}")];

    private static string KeyOf(int robot) => robot == 0 ? Keys.First : Keys.Second;

    private static Task ForEachRobotAsync(Func<int, Task> work) => Task.WhenAll(Enumerable.Range(0, Robots).Select(work));

    private Uri WebhookOf(int robot) => _robots.Webhook(KeyOf(robot));

    private Task<Worker> StartAsync(FleetMachine machine, string verb, int robot, Uri webhook, params object[] more) => machine.StartWorkerAsync(
        verb, ["--redis", _server.Redis.EndPoint, "--webhook", webhook, "--name", "robot" + robot, "--limit", "1000/1", "--retry", 0, .. more]);

    private async Task KillAsync(FleetMachine machine, string verb, int robot, string step, Uri webhook, string prefix = "kept")
    {
        var worker = await StartAsync(machine, verb, robot, webhook, "--prefix", prefix + robot, "--count", MessagesEach, "--hold", step);
        worker.Go();
        await worker.UntilHeldAsync();
        Assert.True(await worker.KillAsync());
    }

    private async Task DeliverAsync(int robot)
    {
        var worker = await StartAsync(_machines[1], "outbox-deliver", robot, WebhookOf(robot));
        worker.Go();
        await worker.EndWellAsync();
    }
}
