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
            Assert.Equal("this simulator serves its page to 127.0.0.1 and localhost only\n", await response.Content.ReadAsStringAsync());
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
    public async Task A_simulator_that_listens_on_all_addresses_answers_to_any_name()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Listen = IPAddress.Any });
        Assert.Equal("127.0.0.1", server.BaseAddress.Host);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, "simulator/messages", "build-agent-7")).StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(SimulatorServer server, string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new System.Uri(server.BaseAddress, path));
        request.Headers.Host = host;
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
