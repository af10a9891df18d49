using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Faults;

/// <summary>What the page is told of requests that met a fault, or broke by themselves.</summary>
public sealed class FaultEntryTests : SimulatorTest
{
    [Theory]
    [InlineData("""{"status":503}""", "fault", "HTTP 503")]
    [InlineData("""{"body":"<html>"}""", "fault", "HTTP 200")]
    [InlineData("""{"errcode":45009}""", "fault", "errcode 45009")]
    [InlineData("""{"errcode":-1,"status":500}""", "fault", "HTTP 500, errcode -1")]
    [InlineData("""{"status":500,"accept":true}""", "accepted", "HTTP 500")]
    [InlineData("""{"drip":{"bytes":10,"intervalMs":0}}""", "accepted", "response sent 10 bytes at a time, every 0 ms")]
    [InlineData("""{"accept":true}""", "accepted", null)]
    [InlineData("{}", "accepted", null)]
    public async Task An_entry_says_what_the_fault_did(string fault, string outcome, string? text)
    {
        await ScriptAsync(fault);
        await PostAsync(Text("a"));
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal((outcome, text), (entry.Field("outcome"), entry.Field("fault")));
        Assert.Equal("a", entry.GetProperty("payload").Field("content"));
        Assert.Equal(fault.Contains("500,"), entry.GetProperty("responseReplaced").GetBoolean());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("delayMs").ValueKind);
    }

    [Theory]
    [InlineData("""{"cut":"before","delayMs":1000}""", "fault", "response delayed by 1000 ms · connection cut before the body was read")]
    [InlineData("""{"cut":"after","delayMs":1000}""", "fault", "response delayed by 1000 ms · connection cut after the body was read")]
    [InlineData("""{"cut":"after","accept":true,"delayMs":1000}""", "accepted", "response delayed by 1000 ms · connection cut after the body was read")]
    [InlineData("""{"status":200,"body":"","delayMs":1000}""", "fault", "response delayed by 1000 ms · HTTP 200")]
    [InlineData("""{"delayMs":1000}""", "accepted", "response delayed by 1000 ms")]
    public async Task An_entry_is_shown_before_the_wait(string fault, string outcome, string text)
    {
        await ScriptAsync(fault);
        var sending = PostAsync(Text("a"));
        await Time.UntilTimersAsync(1);
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal((outcome, text, 1000), (entry.Field("outcome"), entry.Field("fault"), entry.GetProperty("delayMs").GetInt32()));
        Assert.Equal(fault.Contains("accept"), entry.GetProperty("responseReplaced").GetBoolean());
        Time.Advance(TimeSpan.FromSeconds(1));
        var error = await Record.ExceptionAsync(() => sending.InTimeAsync());
        Assert.Equal(text.Contains("cut"), error is HttpRequestException);
    }

    [Fact]
    public async Task The_services_own_refusal_shows_although_a_fault_replaced_the_response()
    {
        Server.Script(new Fault { Status = 500, Accept = true });
        await PostAsync(Text(""));
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal(("refused", "HTTP 500", false), (entry.Field("outcome"), entry.Field("fault"), entry.GetProperty("responseReplaced").GetBoolean()));
        Assert.Equal(44004, entry.GetProperty("refusal").GetProperty("errcode").GetInt32());
    }

    [Theory]
    [InlineData("""{"errcode":45009}""", "api freq out of limit", "A robot can send at most 20 messages in 60 seconds.")]
    [InlineData("""{"errcode":45033,"errmsg":"busy"}""", "busy", "A robot can have at most about 25 requests at the same time.")]
    [InlineData("""{"errcode":-1,"status":500}""", "system busy", "The system is busy; the message is not the cause.")]
    [InlineData("""{"errcode":40058}""", "invalid param", null)]
    [InlineData("""{"errcode":12345}""", "unknown error", null)]
    public async Task An_errcode_of_a_fault_is_explained_as_if_the_service_had_answered_it(string fault, string errmsg, string? rule)
    {
        await ScriptAsync(fault);
        await PostAsync(Text("a"));
        var entry = await EventReader.FirstEntryAsync(this);
        var refusal = entry.GetProperty("refusal");
        Assert.Equal(("fault", errmsg, rule), (entry.Field("outcome"), refusal.Field("errmsg"), refusal.Field("rule")));
        Assert.Equal(entry.GetProperty("errcode").GetInt32(), refusal.GetProperty("errcode").GetInt32());
    }

    [Theory]
    [InlineData("""{"errcode":0}""", 0)]
    [InlineData("""{"errcode":45009,"accept":true}""", 45009)]
    [InlineData("""{"status":503}""", null)]
    [InlineData("""{"cut":"after"}""", null)]
    [InlineData("{}", 0)]
    public async Task An_entry_has_the_errcode_that_its_sender_was_told(string fault, int? errcode)
    {
        await ScriptAsync(fault);
        await Record.ExceptionAsync(() => PostAsync(Text("a")));
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal(errcode, entry.GetProperty("errcode").Deserialize<int?>());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("refusal").ValueKind);
    }

    [Fact]
    public async Task A_request_that_breaks_off_leaves_nothing_behind()
    {
        using (var connection = await RawConnection.OpenAsync(Server))
        {
            await connection.SendAsync($"POST /cgi-bin/webhook/send?key={Key} HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{{");
        }

        foreach (var text in (string[])["a", "b"])
        {
            Assert.Equal(0, (await SendAsync(Text(text))).ErrCode);
        }

        Assert.Equal(["a", "b"], await this.GetTextsAsync("messages"));
        Assert.Equal("a", (await EventReader.FirstEntryAsync(this)).GetProperty("payload").Field("content"));
        Assert.Empty(Server.Refusals);
    }

    private async Task ScriptAsync(string fault)
    {
        using var faults = new StringContent($"[{fault}]");
        (await Http.PostAsync(this.Address("faults"), faults)).EnsureSuccessStatusCode();
    }
}
