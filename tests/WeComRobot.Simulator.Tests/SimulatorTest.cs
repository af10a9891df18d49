using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests;

/// <summary>A simulator of its own for every test, on virtual time, and raw requests to it.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    internal const string Key = "robot-1";
    internal const string OtherKey = "robot-2";

    private SimulatorServer? _server;

    internal VirtualTime Time { get; } = new();

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    internal SimulatorServer Server => _server!;

    internal virtual RateRule Rate => RateRule.Documented;

    internal virtual IMessageAdviser? Adviser => null;

    public async Task InitializeAsync() => _server = await SimulatorServer.StartAsync(
        new SimulatorOptions { Keys = [Key, OtherKey], Rate = Rate, Time = Time, Adviser = Adviser });

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    internal static string Text(string content) => new JsonObject
    {
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = content },
    }.ToJsonString();

    internal Task<HttpResponseMessage> PostAsync(string body, string? key = Key, string type = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), key, type);

    internal Task<HttpResponseMessage> PostAsync(byte[] body, string? key = Key, string type = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Http.PostAsync(key is null ? new Uri(Server.BaseAddress, "cgi-bin/webhook/send") : Server.Webhook(key), content);
    }

    internal async Task<Envelope> SendAsync(string body, string? key = Key, string type = "application/json") =>
        await ReadAsync(await PostAsync(body, key, type));

    internal Task<Envelope> SendAsync(JsonNode body) => SendAsync(body.ToJsonString());

    internal async Task AcceptsAsync(JsonNode body)
    {
        var before = Server.Messages.Count;
        var answer = await SendAsync(body);
        Assert.Equal((0, "ok"), (answer.ErrCode, answer.ErrMsg));
        Assert.Equal(body.ToJsonString(), Server.Messages.Skip(before).Single().Body);
    }

    internal async Task RefusesAsync(int errcode, JsonNode body)
    {
        var before = Server.Messages.Count;
        Assert.Equal(errcode, (await SendAsync(body)).ErrCode);
        Assert.Equal(before, Server.Messages.Count);
    }

    internal static async Task<Envelope> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Envelope.Parse(await response.Content.ReadAsStringAsync());
    }
}
