using System;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>Answers with malformed headers, sent as raw bytes, are an error of ours, or a delivery if the service's JSON is whole.</summary>
public class OddAnswerTests
{
    private const string Ok = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    [Theory]
    [InlineData("Content-Type: application/json; charset=no-such-charset")]
    [InlineData("Content-Type: ;;;")]
    [InlineData("Content-Type: text/html\r\nContent-Type: application/json")]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: 99999999999999999999")]
    [InlineData("Location: http://[::1")]
    [InlineData("Date: yesterday\r\nExpires: -1\r\nServer: \u00E9\u0001")]
    [InlineData("Set-Cookie: =;=;=\r\nWWW-Authenticate: ,,\r\nAllow: ")]
    [InlineData("Content-Encoding: ")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 99999999999999999999")]
    public async Task The_body_decides(string headers)
    {
        var observer = new RecordingObserver();
        using var server = new RawServer(stream => stream.WriteAsync(Answer($"HTTP/1.1 200 OK\r\n{headers}", Ok)).AsTask());
        using var client = new RobotClient();
        await client.SendAsync(server.Address, new TextMessage { Text = new() { Content = "a" } }, new() { Observer = observer, MaxRetry = 0 });
        Assert.Single(observer.Receipts);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon")]
    [InlineData("HTTP/1.1 2x0 OK")]
    [InlineData("HTTP/9.9 200 OK")]
    [InlineData("\u001B[31mred\u001B[0m")]
    [InlineData("HTTP/1.1 429 No\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("HTTP/1.1 503 No\r\nRetry-After: 2147483647")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://[::1")]
    [InlineData("HTTP/1.1 999 \u0001")]
    [InlineData("HTTP/1.1 404 No\r\nContent-Type: ;;;")]
    public async Task What_is_not_a_valid_answer_is_an_error_in_clean_words(string head)
    {
        using var server = new RawServer(stream => stream.WriteAsync(Answer(head, Ok)).AsTask());
        await FailAsync(server);
    }

    [Fact]
    public async Task An_endless_header_is_an_error_in_clean_words()
    {
        using var server = new RawServer(stream => stream.WriteAsync(Answer($"HTTP/1.1 200 OK\r\nX: {new string('x', 100_000)}", Ok)).AsTask());
        await FailAsync(server);
    }

    private static async Task FailAsync(RawServer server)
    {
        using var client = new RobotClient();
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => client
            .SendAsync(server.Address, new TextMessage { Text = new() { Content = "a" } }, new() { MaxRetry = 0 })
            .InTimeAsync());
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain("(: ", error.Message);
        Assert.NotEqual(FailureCause.NotSent, error.Cause);
        Keys.AssertAbsent(error);
    }

    private static byte[] Answer(string head, string body) =>
        Encoding.Latin1.GetBytes($"{head}\r\n{(head.Contains("Content-Length") ? "" : $"Content-Length: {body.Length}\r\n")}Connection: close\r\n\r\n{body}");
}
