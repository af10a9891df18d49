using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>Which names of this machine the page answers to.</summary>
public sealed class HostGuardTests : SimulatorTest
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]:8080")]
    public async Task The_page_and_its_data_answer_to_this_machines_names(string host)
    {
        foreach (var path in (string[])["", "simulator/messages"])
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(Server, path, host)).StatusCode);
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    public async Task A_site_that_resolves_to_this_machine_reads_nothing(string host)
    {
        foreach (var path in (string[])["", "chat.js", "simulator/messages", "simulator/events", "simulator/wait", "simulator/gallery"])
        {
            using var response = await GetAsync(Server, path, host);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
            Assert.Equal(
                $"this simulator answers to 127.0.0.1 and localhost only: open {Server.BaseAddress}\n", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_webhook_answers_to_any_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Webhook()) { Content = new StringContent(Text("a")) };
        request.Headers.Host = "qyapi.weixin.qq.com";
        Assert.Equal(0, (await ReadAsync(await Http.SendAsync(request))).ErrCode);
    }

    [Fact]
    public async Task A_simulator_that_listens_on_all_addresses_answers_to_names_that_no_web_site_has()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Listen = IPAddress.Any });
        Assert.Equal("127.0.0.1", server.BaseAddress.Host);
        foreach (var host in (string[])["localhost", "127.0.0.1:1", "192.168.0.1", "[2001:db8::1]:8080", "build-agent-7:8080", Dns.GetHostName()])
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, "simulator/messages", host)).StatusCode);
        }

        foreach (var host in (string[])["evil.example", "192.168.0.1.evil.example", "localhost."])
        {
            using var response = await GetAsync(server, "simulator/messages", host);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
            Assert.Equal(
                $"this simulator answers to IP addresses, localhost and names without a dot only: open {server.BaseAddress}\n",
                await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_request_that_names_no_host_is_told_which_to_name()
    {
        foreach (var listen in (IPAddress[])[IPAddress.Loopback, IPAddress.Any])
        {
            await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Listen = listen });
            foreach (var path in (string[])["/", "/simulator/events", "/simulator/robots"])
            {
                using var connection = await RawConnection.OpenAsync(server);
                await connection.SendAsync($"GET {path} HTTP/1.0\r\n\r\n");
                var response = await connection.ReadToEndAsync();
                Assert.StartsWith("HTTP/1.1 421 ", response);
                Assert.EndsWith($"open {server.BaseAddress}\n", response);
            }
        }
    }

    private async Task<HttpResponseMessage> GetAsync(SimulatorServer server, string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new System.Uri(server.BaseAddress, path));
        request.Headers.Host = host;
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
