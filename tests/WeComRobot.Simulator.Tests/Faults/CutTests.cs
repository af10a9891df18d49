using System;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Faults;

/// <summary>Broken connections, observed on a raw socket.</summary>
public sealed class CutTests : SimulatorTest
{
    private static string RequestHead(int length) =>
        $"POST /cgi-bin/webhook/send?key={Key} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n\r\n";

    [Fact]
    public async Task A_cut_before_does_not_wait_for_the_body()
    {
        Server.Script(new Fault { Cut = FaultCut.Before });
        using var connection = await RawConnection.OpenAsync(Server);
        await connection.SendAsync(RequestHead(100));
        Assert.Equal("", await connection.ReadToEndAsync());
        Assert.Equal((1, 0), (Server.RequestCount, Server.Messages.Count));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(null, 0)]
    public async Task A_cut_after_reads_the_message_and_accepts_it_on_request(bool? accept, int messages)
    {
        Server.Script(new Fault { Cut = FaultCut.After, Accept = accept });
        var body = Text("a");
        using var connection = await RawConnection.OpenAsync(Server);
        await connection.SendAsync(RequestHead(body.Length) + body[..5]);
        await connection.SendAsync(body[5..]);
        Assert.Equal("", await connection.ReadToEndAsync());
        Assert.Equal(messages, Server.Messages.Count);
    }

    [Fact]
    public async Task A_cut_after_can_be_delayed()
    {
        Server.Script(new Fault { Cut = FaultCut.After, DelayMs = 1000, Accept = true });
        using var connection = await RawConnection.OpenAsync(Server);
        await connection.SendAsync(RequestHead(Text("a").Length) + Text("a"));
        await Time.UntilTimersAsync(1);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("", await connection.ReadToEndAsync());
        Assert.Single(Server.Messages);
    }
}
