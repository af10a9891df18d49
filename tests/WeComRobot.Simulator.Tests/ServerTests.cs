using System;
using System.Net;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests;

/// <summary>The simulator hosted in the test process.</summary>
public sealed class ServerTests : SimulatorTest
{
    [Fact]
    public async Task Servers_in_one_process_have_separate_state()
    {
        await using var other = await SimulatorServer.StartAsync(new SimulatorOptions());
        Server.Script(new Fault { Status = 500 });
        await Http.PostAsync(other.Webhook(), new System.Net.Http.StringContent(Text("a")));

        Assert.NotEqual(Server.BaseAddress, other.BaseAddress);
        Assert.Equal((1, 1), (other.Messages.Count, other.RequestCount));
        Assert.Equal((0, 0), (Server.Messages.Count, Server.RequestCount));
    }

    [Fact]
    public async Task Without_keys_one_random_key_is_made()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions());
        Assert.True(Guid.TryParse(Assert.Single(server.Keys), out _));
        Assert.Equal($"{server.BaseAddress}cgi-bin/webhook/send?key={server.Keys[0]}", server.Webhook().AbsoluteUri);
    }

    [Fact]
    public void Webhook_defaults_to_the_first_key()
    {
        Assert.Equal($"?key={Key}", Server.Webhook().Query);
        Assert.Equal($"?key={OtherKey}", Server.Webhook(OtherKey).Query);
        Assert.Equal("127.0.0.1", Server.BaseAddress.Host);
    }

    [Fact]
    public async Task RequestCount_counts_service_requests_only()
    {
        await SendAsync(Text("a"), "unknown");
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(Server.BaseAddress, "cgi-bin/other"))).StatusCode);
        await Http.GetAsync(new Uri(Server.BaseAddress, "simulator/messages"));
        Assert.Equal(2, Server.RequestCount);
    }

    [Fact]
    public async Task Refusals_do_not_include_scripted_faults()
    {
        Server.Script(new Fault { ErrCode = 45009 }, new Fault { DelayMs = 0 }, new Fault());
        await SendAsync(Text("a"));
        await SendAsync(Text("b"), "unknown");
        await SendAsync(Text(""));
        await SendAsync(Text("c"));
        Assert.Equal([93000, 44004], Server.Refusals);
    }

    [Fact]
    public async Task Refusals_are_forgotten_with_the_messages()
    {
        await SendAsync(Text(""));
        await this.ClearAsync();
        Assert.Empty(Server.Refusals);
        await SendAsync(Text("a"), "unknown");
        Assert.Equal([93000], Server.Refusals);
    }

    [Fact]
    public async Task Disposing_aborts_requests_in_flight()
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions { Time = Time });
        server.Script(new Fault { DelayMs = 1000 });
        var held = Http.PostAsync(server.Webhook(), new System.Net.Http.StringContent(Text("a")));
        await Time.UntilTimersAsync(1);
        await server.DisposeAsync();
        await Assert.ThrowsAsync<System.Net.Http.HttpRequestException>(() => held);
    }

    [Fact]
    public async Task Invalid_options_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Keys = ["a", "a"] }));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Keys = [""] }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Port = 65536 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => SimulatorServer.StartAsync(new SimulatorOptions { Rate = new RateRule(0, TimeSpan.FromSeconds(1)) }));
    }
}
