using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>Whatever befalls Redis, a thousand messages arrive, each once.</summary>
public sealed class FleetFaultTests(ITestOutputHelper output) : ThousandMessages(output)
{
    // Each process may meet one when Redis goes away and one when it is back; most meet none
    private const int AHandful = 2 * Processes;

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
}
