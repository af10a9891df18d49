using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Faults;

/// <summary>The schema of POST /simulator/faults.</summary>
public sealed class FaultJsonTests : SimulatorTest
{
    [Fact]
    public async Task Every_field_can_be_scripted()
    {
        await AcceptsFaultsAsync("""
            [{"status":503,"headers":{"Retry-After":"2"},"body":"<html>…","accept":true},
             {"errcode":45009,"errmsg":"m","drip":{"bytes":1,"intervalMs":0}},
             {"cut":"before"},{"cut":"after","accept":false},{"delayMs":1}]
            """);
        var response = await PostAsync(Text("a"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "<html>…"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Single(Server.Messages);
        var refused = await SendAsync(Text("b"));
        Assert.Equal((45009, "m"), (refused.ErrCode, refused.ErrMsg));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Text("c")));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Text("d")));
        var delayed = SendAsync(Text("e"));
        await Time.UntilTimersAsync(1);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, (await delayed).ErrCode);
    }

    [Theory]
    [InlineData("", "JSON array")]
    [InlineData("null", "JSON array")]
    [InlineData("""{"status":500}""", "JSON array")]
    [InlineData("""[null]""", "must be an object")]
    [InlineData("""[{"stat":500}]""", "unknown field 'stat'; there are status, headers, body, errcode")]
    [InlineData("""[{"status":"500"}]""", "status")]
    [InlineData("""[{"status":500,"status":501}]""", "status")]
    [InlineData("""[{"status":199}]""", "status")]
    [InlineData("""[{"status":600}]""", "status")]
    [InlineData("""[{"status":204,"body":"a"}]""", "no body")]
    [InlineData("""[{"body":"a","errcode":1}]""", "not both")]
    [InlineData("""[{"errmsg":"a"}]""", "errmsg")]
    [InlineData("""[{"headers":{"a":"b"}}]""", "headers")]
    [InlineData("""[{"status":500,"headers":{"a b":"c"}}]""", "a b")]
    [InlineData("""[{"status":500,"headers":{"a":"b\r\nc"}}]""", "'a'")]
    [InlineData("""[{"status":200,"headers":{"Content-Length":"x"}}]""", "Content-Length must be a number of bytes, not 'x'")]
    [InlineData("""[{"status":200,"headers":{"Content-Length":""}}]""", "Content-Length must be a number of bytes")]
    [InlineData("""[{"status":200,"headers":{"Content-Length":"-1"}}]""", "Content-Length must be a number of bytes")]
    [InlineData("""[{"body":"长","headers":{"content-length":"2"}}]""", "Content-Length must not be smaller than the body")]
    [InlineData("""[{"errcode":1,"headers":{"Content-Length":"3"}}]""", "with body, not with errcode")]
    [InlineData("""[{"status":204,"headers":{"Content-Length":"5"}}]""", "no body, so Content-Length must be 0")]
    [InlineData("""[{"cut":"during"}]""", "cut")]
    [InlineData("""[{"cut":"after","status":500}]""", "cut")]
    [InlineData("""[{"cut":"before","accept":true}]""", "accepted")]
    [InlineData("""[{"accept":false}]""", "accept")]
    [InlineData("""[{"delayMs":-1}]""", "delayMs")]
    [InlineData("""[{"drip":{"bytes":0,"intervalMs":1}}]""", "drip")]
    [InlineData("""[{"drip":{"bytes":1}}]""", "drip")]
    public async Task Invalid_faults_are_refused_with_a_reason(string faults, string reason)
    {
        var response = await PostFaultsAsync(faults);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var said = await response.Content.ReadAsStringAsync();
        Assert.Contains(reason, said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("System.", said);
        Assert.DoesNotContain(".NET", said);
        Assert.Equal(0, (await SendAsync(Text("a"))).ErrCode);
    }

    [Fact]
    public async Task One_invalid_fault_rejects_all_of_them()
    {
        Assert.Throws<ArgumentException>(() => Server.Script(new Fault { Status = 500 }, new Fault { DelayMs = -1 }));
        Assert.Equal(0, (await SendAsync(Text("a"))).ErrCode);
    }

    private Task<HttpResponseMessage> PostFaultsAsync(string json) =>
        Http.PostAsync(new Uri(Server.BaseAddress, "simulator/faults"), new StringContent(json));

    private async Task AcceptsFaultsAsync(string json) =>
        Assert.Equal(HttpStatusCode.NoContent, (await PostFaultsAsync(json)).StatusCode);
}
