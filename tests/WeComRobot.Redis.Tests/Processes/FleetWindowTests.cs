using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>With a Redis that is there all the time, the service refuses none of a thousand messages.</summary>
public sealed class FleetWindowTests(ITestOutputHelper output) : ThousandMessages(output)
{
    // A busy machine may take longer than the usual 2 s for an answer
    private const string Patient = ",syncTimeout=60000";

    [FleetFact]
    public async Task All_arrive_once_and_the_service_refuses_none()
    {
        using var fleet = await Fleet.StartAsync(options: Patient);
        var senders = await fleet.SendAsync(Processes, MessagesEach);
        await EndWellAsync(fleet, senders);

        Assert.Equal(Processes * MessagesEach, fleet.Arrived.Count);
        Assert.Equal(0, fleet.Refused);
    }

    [FleetFact]
    public async Task Five_processes_are_killed()
    {
        using var fleet = await Fleet.StartAsync(options: Patient);
        var senders = await fleet.SendAsync(Processes, MessagesEach);
        await UntilSentAsync(senders, 10);
        await Task.WhenAll(senders.Take(5).Select(sender => sender.KillAsync()));
        await EndWellAsync(fleet, [.. senders.Skip(5)]);

        Assert.Equal(0, fleet.Refused);
    }
}
