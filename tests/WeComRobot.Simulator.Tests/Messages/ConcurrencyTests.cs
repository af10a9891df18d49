using System;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>How many sends may be in flight to one robot.</summary>
public sealed class ConcurrencyTests : SimulatorTest
{
    private const int Most = 25;

    internal override RateRule Rate => new(1000, TimeSpan.FromSeconds(60));

    [Fact]
    public async Task More_than_25_at_once_to_one_robot_are_refused()
    {
        Server.Script([.. Enumerable.Repeat(new Fault { DelayMs = 1000 }, Most)]);
        var held = Enumerable.Range(0, Most).Select(_ => SendAsync(Text("held"))).ToArray();
        await Time.UntilTimersAsync(Most);

        var refused = await SendAsync(Text("26th"));
        Assert.Equal(45033, refused.ErrCode);
        Assert.StartsWith("api concurrent out of limit", refused.ErrMsg, StringComparison.Ordinal);
        Assert.Equal(0, (await SendAsync(Text("a"), OtherKey)).ErrCode);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(held), answer => Assert.Equal(0, answer.ErrCode));
    }

    [Fact]
    public async Task Exactly_25_are_not_too_many_and_their_end_makes_room()
    {
        Server.Script([.. Enumerable.Repeat(new Fault { DelayMs = 1000 }, Most - 1)]);
        var held = Enumerable.Range(0, Most - 1).Select(_ => SendAsync(Text("held"))).ToArray();
        await Time.UntilTimersAsync(Most - 1);

        Assert.Equal(0, (await SendAsync(Text("25th"))).ErrCode);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(held);
        Assert.Equal(0, (await SendAsync(Text("26th, later"))).ErrCode);
        Assert.Equal(Most + 1, Server.Messages.Count);
    }
}
