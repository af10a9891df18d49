using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>What the machine's proxy gets to see. The proxy belongs to the process, so nothing runs beside these tests.</summary>
[CollectionDefinition(nameof(ProxyTests), DisableParallelization = true)]
[Collection(nameof(ProxyTests))]
public sealed class ProxyTests : IDisposable
{
    private readonly IWebProxy _before = HttpClient.DefaultProxy;
    private readonly RawServer _proxy = new(stream =>
        stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")).AsTask());

    public ProxyTests() => HttpClient.DefaultProxy = new WebProxy(_proxy.Address.SendUri().GetLeftPart(UriPartial.Authority));

    public void Dispose()
    {
        HttpClient.DefaultProxy = _before;
        _proxy.Dispose();
    }

    [Fact]
    public async Task A_webhook_on_this_machine_is_not_told_to_a_proxy()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.SendTextAsync();
        Assert.Single(robot.Server.Messages);
        Assert.False(_proxy.Head.IsCompleted);
    }

    [Fact]
    public async Task The_way_to_any_other_leads_through_it_and_keeps_the_key_under_tls()
    {
        using var client = new RobotClient();
        var robot = WebhookAddress.Parse("https://relay.invalid/send?key=" + Keys.First);
        var error = await Assert.ThrowsAsync<WeComException>(() => client.SendAsync(robot, Sample.Edited("text")));
        Assert.Equal(FailureCause.NotSent, error.Cause);
        Assert.Contains("407", error.Message);
        Keys.AssertAbsent(error);

        var head = await _proxy.Head;
        Assert.StartsWith("CONNECT relay.invalid:443 ", head);
        Keys.AssertAbsent(head);
    }

    [Fact]
    public async Task A_proxys_password_is_not_shown()
    {
        var proxy = _proxy.Address.SendUri().Authority;
        HttpClient.DefaultProxy = new WebProxy($"http://build:secretpw@{proxy}");
        using var client = new RobotClient();
        var robot = WebhookAddress.Parse("https://relay.invalid/send?key=" + Keys.First);

        var error = await Assert.ThrowsAsync<WeComException>(() => client.SendAsync(robot, Sample.Edited("text")));

        Assert.Contains("***@" + proxy, error.Message);
        Assert.DoesNotContain("secretpw", error.ToString());
    }
}
