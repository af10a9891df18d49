using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Faults;

/// <summary>Scripted responses, delays and drips.</summary>
public sealed class FaultTests : SimulatorTest
{
    [Fact]
    public async Task Each_request_takes_one_fault()
    {
        Server.Script(new Fault { Status = 500 }, new Fault(), new Fault { Status = 502 });
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync(Text("a"))).StatusCode);
        Assert.Equal(0, (await SendAsync(Text("b"))).ErrCode);
        Assert.Equal(HttpStatusCode.BadGateway, (await PostAsync(Text("c"))).StatusCode);
        Assert.Equal(0, (await SendAsync(Text("d"))).ErrCode);
        Assert.Equal([Text("b"), Text("d")], [Server.Messages[0].Body, Server.Messages[1].Body]);
        Assert.Equal(4, Server.RequestCount);
    }

    [Fact]
    public async Task Faults_apply_to_uploads_too()
    {
        Server.Script(new Fault { ErrCode = -1 });
        var answer = await this.UploadAsync(new byte[6]);
        Assert.Equal(-1, answer.ErrCode);
        Assert.StartsWith("system busy", answer.ErrMsg, StringComparison.Ordinal);
        Assert.Empty(Server.Media);
    }

    [Fact]
    public async Task Status_headers_and_body_are_sent_as_given()
    {
        Server.Script(new Fault
        {
            Status = 503,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "2", ["Content-Type"] = "text/plain" },
            Body = "<html>维护",
        });
        var response = await PostAsync(Text("a"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<html>维护", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{\"errcode\":0")]
    [InlineData(null)]
    public async Task A_content_length_above_the_body_truncates_the_response(string? body)
    {
        Server.Script(new Fault { Status = 200, Body = body, Headers = new Dictionary<string, string> { ["Content-Length"] = "27" } });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Text("a")));
    }

    [Fact]
    public async Task An_errcode_comes_with_its_documented_text()
    {
        Server.Script(new Fault { ErrCode = 45009 });
        var answer = await SendAsync(Text("a"));
        Assert.Equal(45009, answer.ErrCode);
        Assert.Matches(@"^api freq out of limit, hint: \[\d{10,}\], from ip: 127\.0\.0\.1, more info at .*e=45009$", answer.ErrMsg);
    }

    [Fact]
    public async Task An_errmsg_is_sent_as_given()
    {
        Server.Script(new Fault { ErrCode = 0, ErrMsg = "Warning: wrong json format. hint: []", Status = 201 });
        var response = await PostAsync(Text("a"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("{\"errcode\":0,\"errmsg\":\"Warning: wrong json format. hint: []\"}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_message_with_a_replaced_response_is_accepted_only_on_request()
    {
        Server.Script(new Fault { Status = 500 }, new Fault { Status = 500, Accept = true }, new Fault { Status = 500, Accept = true });
        await PostAsync(Text("lost"));
        await PostAsync(Text("there"));
        await PostAsync(Text(""));
        Assert.Equal(Text("there"), Assert.Single(Server.Messages).Body);
    }

    [Fact]
    public async Task A_delay_holds_the_response_but_not_the_message()
    {
        Server.Script(new Fault { DelayMs = 1000 });
        var answer = SendAsync(Text("a"));
        await Time.UntilTimersAsync(1);
        Assert.Single(Server.Messages);
        Time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(answer.IsCompleted);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, (await answer).ErrCode);
    }

    [Fact]
    public async Task A_drip_sends_the_response_in_chunks()
    {
        Server.Script(new Fault { Drip = new FaultDrip(10, 500) });
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Webhook()) { Content = new StringContent(Text("a")) };
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];
        foreach (var chunk in new[] { "{\"errcode\"", ":0,\"errmsg", "\":\"ok\"}" })
        {
            Assert.Equal(chunk, System.Text.Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            if (!chunk.EndsWith('}'))
            {
                await Time.UntilTimersAsync(1);
                Time.Advance(TimeSpan.FromMilliseconds(500));
            }
        }
    }
}
