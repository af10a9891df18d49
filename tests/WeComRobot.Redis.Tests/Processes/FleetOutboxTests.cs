using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>Messages that a machine has kept are delivered by another one, in their order and each once.</summary>
public sealed class FleetOutboxTests
{
    private const int Count = 20;

    [FleetFact]
    public async Task After_the_machine_that_kept_them_has_died()
    {
        using var fleet = await Fleet.StartAsync();
        await KeepAsync(fleet);

        await DeliverAsync(fleet, machine: 1);
        Assert.Equal(Texts(), fleet.Arrived);
    }

    [FleetFact]
    public async Task After_a_machine_has_died_while_delivering_them()
    {
        using var fleet = await Fleet.StartAsync();
        await KeepAsync(fleet);
        var second = await fleet.StartWorkerAsync(1, "outbox-deliver", fleet.Webhook, "--name", "ops", "--hold", "posting:5");
        second.Go();
        await second.UntilHeldAsync();
        await second.KillAsync();

        // Of the fifth, nobody knows whether it has arrived: it stays
        await DeliverAsync(fleet, machine: 2);
        Assert.Equal(Texts().Where(text => text != "m-4"), fleet.Arrived);
    }

    [FleetFact]
    public async Task While_several_machines_deliver_at_once()
    {
        using var fleet = await Fleet.StartAsync();
        await KeepAsync(fleet);
        await Task.WhenAll(Enumerable.Range(1, 3).Select(machine => DeliverAsync(fleet, machine)));
        Assert.Equal(Texts(), fleet.Arrived);
    }

    private static string[] Texts() => [.. Enumerable.Range(0, Count).Select(i => $"m-{i}")];

    /// <summary>The first machine keeps messages, for it reaches nobody at the robot's address; then it dies.</summary>
    private static async Task KeepAsync(Fleet fleet)
    {
        var nobody = new UriBuilder(fleet.Webhook) { Port = TestPort.Find() }.Uri;
        var first = await fleet.StartWorkerAsync(
            0, "outbox-send", nobody, "--name", "ops", "--prefix", "m", "--count", Count, "--retry", 0, "--hold", $"kept:{Count}");
        first.Go();
        await first.UntilHeldAsync();
        await first.KillAsync();
    }

    private static async Task DeliverAsync(Fleet fleet, int machine)
    {
        var worker = await fleet.StartWorkerAsync(machine, "outbox-deliver", fleet.Webhook, "--name", "ops");
        worker.Go();
        await worker.EndWellAsync();
    }
}
