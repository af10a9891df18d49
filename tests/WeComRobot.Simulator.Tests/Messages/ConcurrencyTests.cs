using System;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>The limit of sends in flight to one robot.</summary>
public sealed class ConcurrencyTests : SimulatorTest
{
    private const int MaxInFlight = 25;

    internal override RateRule Rate => new(1000, TimeSpan.FromSeconds(60));

    [Fact]
    public async Task More_than_25_parallel_sends_to_one_robot_are_refused()
    {
        Server.Script([.. Enumerable.Repeat(new Fault { DelayMs = 1000 }, MaxInFlight)]);
        var held = Enumerable.Range(0, MaxInFlight).Select(_ => SendAsync(Text("held"))).ToArray();
        await Time.UntilTimersAsync(MaxInFlight);

        var refused = await SendAsync(Text("26th"));
        Assert.Equal(45033, refused.ErrCode);
        Assert.StartsWith("api concurrent out of limit", refused.ErrMsg, StringComparison.Ordinal);
        Assert.Equal(0, (await SendAsync(Text("a"), OtherKey)).ErrCode);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(held), answer => Assert.Equal(0, answer.ErrCode));
    }

    [Fact]
    public async Task Exactly_25_parallel_sends_are_accepted_and_free_their_places()
    {
        Server.Script([.. Enumerable.Repeat(new Fault { DelayMs = 1000 }, MaxInFlight - 1)]);
        var held = Enumerable.Range(0, MaxInFlight - 1).Select(_ => SendAsync(Text("held"))).ToArray();
        await Time.UntilTimersAsync(MaxInFlight - 1);

        Assert.Equal(0, (await SendAsync(Text("25th"))).ErrCode);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(held);
        Assert.Equal(0, (await SendAsync(Text("26th, later"))).ErrCode);
        Assert.Equal(MaxInFlight + 1, Server.Messages.Count);
    }
}
