using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Simulator.App.Advice;

namespace WeComRobot.Simulator.App.Tests.Advice;

/// <summary>A simulator with one robot that takes one message a minute, and requests to it that it refuses.</summary>
internal sealed class RefusedRequests : IAsyncDisposable
{
    private const int MebiByte = 1024 * 1024;
    private const int MostAtOnce = 25;
    private const string Text = """{"msgtype":"text","text":{"content":"a"}}""";

    private readonly HttpClient _http = new();
    private readonly VirtualTime _time;
    private readonly SimulatorServer _server;

    private RefusedRequests(SimulatorServer server, VirtualTime time) => (_server, _time) = (server, time);

    public static async Task<RefusedRequests> StartAsync()
    {
        var time = new VirtualTime();
        return new(await SimulatorServer.StartAsync(new() { Adviser = new ModuleAdviser(), Rate = new(1, TimeSpan.FromMinutes(1)), Time = time }), time);
    }

    /// <summary>Sends the request of this name.</summary>
    public Task SendAsync(string name) => name switch
    {
        "a key that is unknown" => PostAsync(Text, key: "unknown"),
        "a GET" => _http.GetAsync(_server.Webhook()),
        "a message too many" => PostTwiceAsync(),
        "too many messages at once" => PostAtOnceAsync(),
        "a body of 21 MiB" => PostAsync(new string(' ', 21 * MebiByte)),
        "a message in GBK" => PostAsync([.. """{"msgtype":"text","text":{"content":" """u8, 0xD6, 0xD0, .. "\"}}"u8]),
        "a form" => PostAsync("msgtype=text", type: "application/x-www-form-urlencoded"),
        "an upload with a key that is unknown" => UploadAsync(new byte[6], key: "unknown"),
        "an upload of another type" => UploadAsync(new byte[6], type: "image"),
        "an upload with a quoted boundary" => UploadAsync(new byte[6], boundary: "\"b\""),
        "a file of 5 bytes" => UploadAsync(new byte[5]),
        "a file of 21 MiB" => UploadAsync(new byte[21 * MebiByte]),
        "a voice of 61 seconds" => UploadAsync(AmrBytes.Narrow(61 * 50), type: "voice"),
        "a voice in MP3" => UploadAsync([.. "ID3 and more"u8], type: "voice"),
        "a broken voice" => UploadAsync([.. AmrBytes.NarrowMagic, 0x4C], type: "voice"),
        "a fault of -1" => PostWithFaultAsync(-1),
        "a fault of 45009" => PostWithFaultAsync(45009),
        "a fault of 93004" => PostWithFaultAsync(93004),
        _ => throw new ArgumentException(name),
    };

    /// <summary>What the chat shows of the last request.</summary>
    public async Task<JsonNode> ReadLastAsync(string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.BaseAddress, "simulator/events"));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var lastId = 0;
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(), (_, json) => JsonNode.Parse(json)!).EnumerateAsync())
        {
            lastId = item.EventType == "hello" ? (int)item.Data["lastId"]! : lastId;
            Assert.True(lastId > 0, "The request was not refused.");
            if (item.EventType == "entry" && (int)item.Data["id"]! == lastId)
            {
                return item.Data;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private Task PostAsync(string body, string? key = null, string type = "application/json") => PostAsync(Encoding.UTF8.GetBytes(body), key, type);

    private async Task PostAsync(byte[] body, string? key = null, string type = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(type);
        using var response = await _http.PostAsync(_server.Webhook(key), content);
    }

    private async Task PostTwiceAsync()
    {
        await PostAsync(Text);
        await PostAsync(Text);
    }

    private async Task PostAtOnceAsync()
    {
        _server.Script([.. Enumerable.Repeat(new Fault { DelayMs = 1 }, MostAtOnce)]);
        var others = Enumerable.Range(0, MostAtOnce).Select(_ => PostAsync(Text)).ToArray();
        await _time.UntilTimersAsync(MostAtOnce);
        await PostAsync(Text);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(others);
    }

    private Task PostWithFaultAsync(int errcode)
    {
        _server.Script(new Fault { ErrCode = errcode });
        return PostAsync(Text);
    }

    private async Task UploadAsync(byte[] file, string type = "file", string? key = null, string boundary = "b")
    {
        using var content = new ByteArrayContent([.. "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n\r\n"u8, .. file, .. "\r\n--b--\r\n"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        var webhook = _server.Webhook(key).AbsoluteUri;
        using var response = await _http.PostAsync(new Uri($"{webhook.Replace("/send?", "/upload_media?", StringComparison.Ordinal)}&type={type}"), content);
    }
}
