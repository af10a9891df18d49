using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Messages;
using WeComRobot.Simulator.App.Advice;

namespace WeComRobot.Simulator.App.Tests.Advice;

/// <summary>What the page says of each mistake that a message can have: the rule, and what to do about it.</summary>
public sealed class RefusedMessageTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SimulatorServer _server = null!;

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, RefusedMessage.All.Count)];

    public async Task InitializeAsync() => _server = await SimulatorServer.StartAsync(new() { Adviser = new ModuleAdviser() });

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_told_what_is_wrong_and_what_to_do(int row)
    {
        var message = RefusedMessage.All[row];
        foreach (var (language, verdict) in message.Verdicts)
        {
            var refusal = (await CheckAsync(message.Body, language))["refusal"]!;
            Assert.Equal((message.Errcode, message.Field, verdict), ((int)refusal["errcode"]!, (string?)refusal["field"], Verdict.Read(refusal)));
        }
    }

    [Fact]
    public async Task What_the_PowerShell_is_said_to_fix_is_accepted_as_the_module_posts_it()
    {
        var mended = RefusedMessage.All.Where(message => message.Verdicts["en"].Remedy == "The PowerShell of this message fixes it.").ToArray();
        Assert.NotEmpty(mended);
        foreach (var message in mended)
        {
            var posted = MessageJson.ToText(MessageJson.Parse(message.Body), indented: false);
            Assert.Equal((posted, "accepted"), (posted, (string?)(await CheckAsync(posted, "en"))["outcome"]));
        }
    }

    private async Task<JsonNode> CheckAsync(string body, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.BaseAddress, "simulator/check")) { Content = new StringContent(body) };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await _http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["entry"]!;
    }
}
