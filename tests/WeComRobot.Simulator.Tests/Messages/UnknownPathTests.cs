using System;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>A path that the service does not have, as somebody mistypes it.</summary>
public sealed class UnknownPathTests : SimulatorTest
{
    [Theory]
    [InlineData("cgi-bin/webhook/sent")]
    [InlineData("cgi-bin/webhook/send/")]
    [InlineData("cgi-bin/webhook/Send")]
    [InlineData("cgi-bin/webhook")]
    public async Task It_is_told_and_shown_with_what_was_posted_and_without_the_key(string path)
    {
        using var response = await PostToAsync(path, Text("a"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("there are /cgi-bin/webhook/send and /cgi-bin/webhook/upload_media\n", await response.Content.ReadAsStringAsync());
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal((1, "refused", $"/{path}"), (entry.GetProperty("robot").GetInt32(), entry.Field("outcome"), entry.Field("unknownPath")));
        Assert.Equal("a", entry.GetProperty("payload").Field("content"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (entry.GetProperty("errcode").ValueKind, entry.GetProperty("refusal").ValueKind));
        Assert.DoesNotContain(Key, entry.GetRawText());
    }

    [Fact]
    public async Task It_takes_no_fault_and_is_no_refusal_of_the_service()
    {
        Server.Script(new Fault { Status = 503 });
        await PostToAsync("cgi-bin/webhook/sent", Text("a"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(Text("b"))).StatusCode);
        Assert.Empty(Server.Refusals);
    }

    [Fact]
    public async Task A_file_that_was_uploaded_there_is_not_kept()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[6]), "media", "a.txt" } };
        await Http.PostAsync(new Uri(Server.BaseAddress, $"cgi-bin/webhook/upload?key={Key}"), form);
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal(("upload", "/cgi-bin/webhook/upload", ""), (entry.Field("type"), entry.Field("unknownPath"), entry.Field("excerpt")));
    }

    [Fact]
    public async Task A_test_that_waits_in_vain_is_told()
    {
        await PostToAsync("cgi-bin/webhook/sent", Text("a"));
        Assert.Equal(
            "0 of 1 messages were accepted within 0 s; to unknown paths: 1, the last to /cgi-bin/webhook/sent",
            await this.RefusedAsync("wait?seconds=0", HttpStatusCode.RequestTimeout));
    }

    private async Task<HttpResponseMessage> PostToAsync(string path, string body)
    {
        using var content = new StringContent(body);
        return await Http.PostAsync(new Uri(Server.BaseAddress, $"{path}?key={Key}"), content);
    }
}
