using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>
/// Twenty processes on four machines send a thousand messages to one robot, with and without what can befall Redis and them.
/// How long they take without is the claim of the benchmark bursts.
/// </summary>
public sealed class FleetWindowTests(ITestOutputHelper output)
{
    private const int Processes = 20;
    private const int MessagesEach = 50;

    // Each process may meet one when Redis goes away and one when it is back; most meet none
    private const int AHandful = 2 * Processes;

    [FleetFact]
    public async Task All_arrive_once_and_the_service_refuses_none()
    {
        using var fleet = await Fleet.StartAsync();
        var senders = await fleet.SendAsync(Processes, MessagesEach);
        await EndWellAsync(fleet, senders);

        Assert.Equal(Processes * MessagesEach, fleet.Arrived.Count);
        Assert.Equal(0, fleet.Refused);
    }

    [FleetFact]
    public Task Redis_is_killed_and_comes_back_with_its_data() => SurviveAsync(new() { KeepsData = true }, async (fleet, senders) =>
    {
        fleet.Redis.Kill();
        await UntilSentAsync(senders, 20);
        await fleet.Redis.RestartAsync(keepData: true);
    });

    [FleetFact]
    public Task Redis_is_killed_and_comes_back_without_its_data() => SurviveAsync(new(), async (fleet, senders) =>
    {
        fleet.Redis.Kill();
        await UntilSentAsync(senders, 20);
        await fleet.Redis.RestartAsync(keepData: false);
    });

    [FleetFact]
    public Task Redis_is_paused_for_ten_seconds() => SurviveAsync(new(), async (fleet, _) =>
    {
        fleet.Redis.Pause();
        await Task.Delay(TimeSpan.FromSeconds(10));
        fleet.Redis.Resume();
    });

    [FleetFact]
    public async Task Five_processes_are_killed()
    {
        using var fleet = await Fleet.StartAsync();
        var senders = await fleet.SendAsync(Processes, MessagesEach);
        await UntilSentAsync(senders, 10);
        await Task.WhenAll(senders.Take(5).Select(sender => sender.KillAsync()));
        await EndWellAsync(fleet, [.. senders.Skip(5)]);

        Assert.Equal(0, fleet.Refused);
    }

    /// <summary>In the middle of the run something befalls Redis.</summary>
    private async Task SurviveAsync(RedisSettings redis, Func<Fleet, IReadOnlyList<Worker>, Task> befallAsync)
    {
        using var fleet = await Fleet.StartAsync(redis);
        var senders = await fleet.SendAsync(Processes, MessagesEach);
        await UntilSentAsync(senders, 10);
        await befallAsync(fleet, senders);
        await EndWellAsync(fleet, senders);

        Assert.InRange(fleet.Refused, 0, AHandful);
    }

    private async Task EndWellAsync(Fleet fleet, IReadOnlyList<Worker> senders)
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
    private static Task UntilSentAsync(IReadOnlyList<Worker> senders, int count) =>
        Task.WhenAny(senders.Select(sender => sender.UntilSaidAsync("sent", count)));
}
