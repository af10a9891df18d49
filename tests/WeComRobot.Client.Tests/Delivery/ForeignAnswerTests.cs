using System.Collections.Generic;
using System.Threading.Tasks;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>HTTP 200 proves nothing, and a proxy or captive portal may answer anything (service.md#the-answer).</summary>
public class ForeignAnswerTests
{
    [Theory]
    [InlineData("<html><title>Sign in to the network</title></html>", "Sign in to the network")]
    [InlineData("{\"errcode\":0}{\"errcode\":0}", "errcode")]
    [InlineData("{\"errcode\":null,\"errmsg\":\"ok\"}", "errcode")]
    [InlineData("{\"errcode\":\"none\"}", "errcode")]
    [InlineData("{\"errcode\":\"0\\u0000\"}", "errcode")]
    [InlineData("{\"errcode\":0.5}", "errcode")]
    [InlineData("{\"errcode\":0,\"errmsg\":\"ok\"} trailing", "errcode")]
    [InlineData("{\"errmsg\":\"ok\"}", "errmsg")]
    [InlineData("[0]", "[0]")]
    [InlineData("null", "null")]
    [InlineData("ok", "ok")]
    public async Task A_200_that_is_not_the_services_json_is_no_delivery(string body, string shown)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Body = body });
        Assert.Equal(FailureCause.UnexpectedAnswer, error.Cause);
        Assert.Contains(shown, error.Message);
        Assert.Contains(robot.Address.ToString(), error.Message);
        Assert.NotNull(error.Remedy);
        Assert.Null(error.ErrorCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("{\"err")]
    [InlineData("{\"errcode\":0,\"errm")]
    [InlineData("{\"errcode\":0,\"errmsg\":\"o")]
    public async Task An_answer_that_is_lost_or_torn_may_be_a_delivery(string body)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Body = body, Accept = true });
        Assert.Equal(FailureCause.OutcomeUnknown, error.Cause);
        Assert.Single(robot.Server.Messages);
    }

    [Theory]
    [InlineData("{\"errcode\":0,\"errmsg\":5}")]
    [InlineData("{\"errcode\":0,\"errmsg\":\"\\ud800\"}")]
    [InlineData("\uFEFF{\"errcode\":0}")]
    [InlineData("{\"errcode\":\"0\"}")]
    [InlineData("{\"a\":[{}],\"errcode\":0,\"errmsg\":{\"a\":[1]},\"more\":{\"errcode\":1}}")]
    public async Task An_errcode_0_is_a_delivery_however_oddly_it_is_written(string body)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { Body = body, Accept = true });
        await robot.SendTextAsync();
        Assert.Single(robot.Server.Messages);
    }

    [Theory]
    [InlineData(204, FailureCause.UnexpectedAnswer)]
    [InlineData(400, FailureCause.UnexpectedAnswer)]
    [InlineData(403, FailureCause.UnexpectedAnswer)]
    [InlineData(404, FailureCause.UnexpectedAnswer)]
    [InlineData(407, FailureCause.NotSent)]
    [InlineData(429, FailureCause.RateLimited)]
    [InlineData(500, FailureCause.OutcomeUnknown)]
    [InlineData(502, FailureCause.OutcomeUnknown)]
    [InlineData(503, FailureCause.OutcomeUnknown)]
    [InlineData(504, FailureCause.OutcomeUnknown)]
    public async Task A_status_has_its_cause_and_is_named(int status, FailureCause cause)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Status = status });
        Assert.Equal(cause, error.Cause);
        Assert.Contains($"HTTP {status}", error.Message);
        Assert.NotNull(error.Remedy);
        Assert.Null(error.ErrorCode);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_errcode_0_under_an_error_status_is_no_delivery(int status)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.FailAsync(new Fault { Status = status, ErrCode = 0 });
    }

    [Theory]
    [InlineData("2")]
    [InlineData("Wed, 04 Jun 2025 08:00:00 GMT")]
    public async Task A_503_that_says_when_to_come_back_is_a_rate_limit(string retryAfter)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Status = 503, Headers = Header("Retry-After", retryAfter) });
        Assert.Equal(FailureCause.RateLimited, error.Cause);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_named_and_never_followed(int status)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await using var other = await SimulatedRobot.StartAsync();
        var elsewhere = other.Server.Webhook().AbsoluteUri.Replace("127.0.0.1", "localhost");
        var error = await robot.FailAsync(new Fault { Status = status, Headers = Header("Location", elsewhere) });
        Assert.Equal(FailureCause.UnexpectedAnswer, error.Cause);
        Assert.Contains($"HTTP {status}", error.Message);
        Assert.Contains("localhost", error.Message);
        Assert.Equal((1, 0), (robot.Server.RequestCount, other.Server.RequestCount));
    }

    [Theory]
    [InlineData("/login?from=" + Keys.First)]
    [InlineData("//portal/" + Keys.First)]
    [InlineData(null)]
    public async Task A_redirect_within_the_host_or_to_nowhere_is_still_a_sentence(string? location)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var fault = new Fault { Status = 302, Headers = location is null ? null : Header("Location", location) };
        var error = await robot.FailAsync(fault);
        Assert.Equal(FailureCause.UnexpectedAnswer, error.Cause);
        Assert.DoesNotContain("''", error.Message);
    }

    [Fact]
    public async Task A_page_is_shown_by_its_beginning_only()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Status = 404, Body = $"<h1>\n\n  Not\t\u0007found</h1>{new string('x', 5000)}" });
        Assert.Contains("<h1> Not found</h1>xxx", error.Message);
        Assert.True(error.Message.Length < 500, error.Message);
    }

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
