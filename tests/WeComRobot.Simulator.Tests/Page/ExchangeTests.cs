using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>What the details say of the request that came in and the response that went out.</summary>
public sealed class ExchangeTests : SimulatorTest
{
    private const string RealKey = "693a91f6-7b2c-4bc4-97a0-0ec2cafa5aaa";

    [Fact]
    public async Task They_have_the_line_of_the_request_with_what_it_is_and_who_sent_it()
    {
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("PowerShell/7.6");
        await SendAsync(Text("a"), type: "text/plain");
        Assert.Equal(
            $"POST /cgi-bin/webhook/send?key={Key}\nContent-Type: text/plain\nUser-Agent: PowerShell/7.6", (await DetailsAsync()).Field("request"));
    }

    [Fact]
    public async Task They_have_the_response_to_an_accepted_message()
    {
        await SendAsync(Text("a"));
        Assert.Equal("HTTP 200\n{\"errcode\":0,\"errmsg\":\"ok\"}", (await DetailsAsync()).Field("response"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"delayMs":0,"errcode":45009}""")]
    [InlineData("""{"errcode":-1,"status":500,"accept":true}""")]
    public async Task They_have_the_very_response_that_was_sent(string fault)
    {
        await ScriptAsync(fault);
        var response = await PostAsync(Text(fault.Contains("accept") ? "a" : ""));
        Assert.Equal($"HTTP {(int)response.StatusCode}\n{await response.Content.ReadAsStringAsync()}", (await DetailsAsync()).Field("response"));
    }

    [Fact]
    public async Task The_response_of_a_fault_has_its_headers_and_the_beginning_of_its_body()
    {
        Server.Script(new Fault { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "2" }, Body = new('x', 5000) });
        await PostAsync(Text("a"));
        Assert.Equal($"HTTP 503\nRetry-After: 2\n{new string('x', 2000)}…", (await DetailsAsync()).Field("response"));
    }

    [Fact]
    public async Task They_have_the_response_to_a_mistyped_path()
    {
        using var body = new StringContent(Text("a"));
        using var response = await Http.PostAsync(new Uri(Server.BaseAddress, $"cgi-bin/webhook/sent?key={Key}"), body);
        Assert.Equal($"HTTP 404\n{await response.Content.ReadAsStringAsync()}", (await DetailsAsync()).Field("response") + "\n");
        Assert.StartsWith($"POST /cgi-bin/webhook/sent?key={Key}\n", (await DetailsAsync()).Field("request"));
    }

    [Theory]
    [InlineData(FaultCut.Before)]
    [InlineData(FaultCut.After)]
    public async Task A_connection_that_breaks_has_no_response(FaultCut cut)
    {
        Server.Script(new Fault { Cut = cut });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Text("a")));
        var details = await DetailsAsync();
        Assert.StartsWith("POST /cgi-bin/webhook/send?", details.Field("request"));
        Assert.Equal(JsonValueKind.Null, details.At("response").ValueKind);
    }

    [Fact]
    public async Task The_response_is_known_before_a_delay_is_over()
    {
        Server.Script(new Fault { DelayMs = 1000 });
        var sending = PostAsync(Text(""));
        await Time.UntilTimersAsync(1);
        Assert.Contains("\"errcode\":44004", (await DetailsAsync()).Field("response"));
        Time.Advance(TimeSpan.FromSeconds(1));
        await sending.InTimeAsync();
    }

    [Theory]
    [InlineData("my-kye", "my-kye")]
    [InlineData(null, "")]
    [InlineData(RealKey, "693a91f6-…")]
    public async Task An_unknown_key_is_told_but_what_may_be_a_real_one_only_begun(string? key, string told)
    {
        await SendAsync(Text("a"), key);
        var details = await DetailsAsync();
        Assert.Equal(told, details.Field("unknownKey"));
        Assert.Contains($"/send{(key is null ? "" : "?key=")}{told}\n", Uri.UnescapeDataString(details.Field("request")!));
        Assert.DoesNotContain(RealKey[^12..], details.GetRawText());
    }

    [Fact]
    public async Task A_known_key_is_not_told_as_unknown()
    {
        await SendAsync(Text("a"));
        Assert.Equal(JsonValueKind.Null, (await DetailsAsync()).At("unknownKey").ValueKind);
    }

    [Theory]
    [InlineData("file", 5, "wework.txt", 5)]
    [InlineData("image", 6, "wework.txt", 6)]
    public async Task A_refused_upload_has_its_type_name_and_size(string type, int size, string name, int told)
    {
        await this.UploadAsync(new byte[size], type);
        var upload = (await DetailsAsync()).At("upload");
        Assert.Equal((type, name, told), (upload.Field("type"), upload.Field("name"), upload.At("size").GetInt32()));
        Assert.Equal(JsonValueKind.Null, upload.At("mediaId").ValueKind);
    }

    [Fact]
    public async Task An_upload_without_a_file_says_so()
    {
        await this.PostUploadAsync([], $"key={Key}");
        Assert.Equal("""{"type":"","name":null,"size":null,"mediaId":null}""", (await DetailsAsync()).At("upload").GetRawText());
    }

    [Fact]
    public async Task A_message_with_a_file_has_its_upload()
    {
        var id = await this.MediaIdAsync();
        await SendAsync($$$"""{"msgtype":"file","file":{"media_id":"{{{id}}}"}}""");
        Assert.Equal($$"""{"type":"file","name":"wework.txt","size":6,"mediaId":"{{id}}"}""", (await DetailsAsync()).At("upload").GetRawText());
    }

    [Fact]
    public async Task A_message_that_is_only_checked_has_no_request()
    {
        var details = (await this.CheckAsync(Text("a"))).At("details");
        Assert.All(["request", "response", "unknownKey", "upload"], name => Assert.Equal(JsonValueKind.Null, details.At(name).ValueKind));
    }

    private Task<JsonElement> DetailsAsync() => this.GetAsync("entries/1");

    private async Task ScriptAsync(string fault)
    {
        using var faults = new StringContent($"[{fault}]");
        (await Http.PostAsync(this.Address("faults"), faults)).EnsureSuccessStatusCode();
    }
}
