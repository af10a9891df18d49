using System;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>The sliding rate window, in virtual time.</summary>
public sealed class RateTests : SimulatorTest
{
    [Fact]
    public async Task Twenty_messages_in_any_sixty_seconds_are_accepted()
    {
        Assert.Equal(0, await SendCodeAsync());
        Time.Advance(TimeSpan.FromSeconds(59));
        foreach (var _ in Enumerable.Range(0, 19))
        {
            Assert.Equal(0, await SendCodeAsync());
        }

        var refused = await SendAsync(Text("21st"));
        Assert.Equal(45009, refused.ErrCode);
        Assert.StartsWith("api freq out of limit", refused.ErrMsg, StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await SendCodeAsync());
        Assert.Equal(45009, await SendCodeAsync());
        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await SendCodeAsync());
        Assert.Equal(22, Server.Messages.Count);
    }

    [Fact]
    public async Task Refused_messages_and_uploads_do_not_count()
    {
        foreach (var _ in Enumerable.Range(0, 21))
        {
            Assert.Equal(44004, (await SendAsync(Text(""))).ErrCode);
            await this.MediaIdAsync();
        }

        Assert.Equal(0, await SendCodeAsync());
    }

    [Fact]
    public async Task Each_robot_has_its_own_window()
    {
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await SendCodeAsync();
        }

        Assert.Equal(45009, await SendCodeAsync());
        Assert.Equal(0, (await SendAsync(Text("a"), OtherKey)).ErrCode);
    }

    private async Task<int> SendCodeAsync() => (await SendAsync(Text("a"))).ErrCode;
}
