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

    public ProxyTests() => HttpClient.DefaultProxy = new WebProxy(_proxy.Address.CreateSendUri().GetLeftPart(UriPartial.Authority));

    public void Dispose()
    {
        HttpClient.DefaultProxy = _before;
        _proxy.Dispose();
    }

    [Fact]
    public async Task A_webhook_on_this_machine_is_not_shown_to_a_proxy()
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
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => client.SendAsync(robot, Sample.Edited("text"), new() { MaxRetry = 0 }));
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
        var proxy = _proxy.Address.CreateSendUri().Authority;
        HttpClient.DefaultProxy = new WebProxy($"http://build:secretpw@{proxy}");
        using var client = new RobotClient();
        var robot = WebhookAddress.Parse("https://relay.invalid/send?key=" + Keys.First);

        var error = await Assert.ThrowsAnyAsync<WeComException>(() => client.SendAsync(robot, Sample.Edited("text"), new() { MaxRetry = 0 }));

        Assert.Contains("***@" + proxy, error.Message);
        Assert.DoesNotContain("secretpw", error.ToString());
    }

    [Fact]
    public async Task A_given_proxy_is_used_instead_of_the_systems_even_for_this_machine()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        using var given = new RawServer(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 407 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
            await stream.CopyToAsync(System.IO.Stream.Null); // the body, which a closed connection would make an error of
        });
        robot.Options = robot.Options with { Proxy = new(given.Address.CreateSendUri().GetLeftPart(UriPartial.Authority)) };

        var error = await robot.FailAsync(robot.SendTextAsync());

        Assert.Equal(FailureCause.NotSent, error.Cause);
        Assert.Contains("407", error.Message);
        Assert.StartsWith("POST http://127.0.0.1:", await given.Head);
        Assert.Equal(0, robot.Server.RequestCount);
        Assert.False(_proxy.Head.IsCompleted);
    }

    [Theory]
    [InlineData("http://user:open-sesame@proxy.example:8080")]
    [InlineData("proxy.example")]
    public async Task An_invalid_proxy_or_one_that_shows_a_password_is_refused(string proxy)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Options = robot.Options with { Proxy = new(proxy, UriKind.RelativeOrAbsolute) };
        var error = await robot.FailAsync(robot.SendTextAsync());
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.DoesNotContain("open-sesame", error.Message);
    }

    [Fact]
    public async Task Credentials_are_sent_to_the_proxy_alone()
    {
        using var client = new RobotClient();
        var robot = WebhookAddress.Parse("https://relay.invalid/send?key=" + Keys.First);
        var heads = new TaskCompletionSource<string>();
        using var proxy = new RawServer(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"));
            var buffer = new byte[4096];
            heads.TrySetResult(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 407 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        });
        var options = new DeliveryOptions
        {
            Proxy = new(proxy.Address.CreateSendUri().GetLeftPart(UriPartial.Authority)),
            ProxyCredential = new("build", "open sesame"),
        };

        var error = await Assert.ThrowsAnyAsync<WeComException>(() => client.SendAsync(robot, Sample.Edited("text"), options));

        Assert.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String("build:open sesame"u8), await heads.Task.InTimeAsync());
        Assert.DoesNotContain("sesame", error.ToString());
    }
}
