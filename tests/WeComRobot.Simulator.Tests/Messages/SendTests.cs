using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>The rules for every send: key, body, message type, method.</summary>
public sealed class SendTests : SimulatorTest
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task An_accepted_message_is_recorded_unchanged()
    {
        const string body = "{ \"msgtype\" : \"text\",\r\n\t\"text\":{\"content\":\"你好 \\u4f60 😀\"} }";
        var response = await PostAsync(body);

        Assert.Equal("{\"errcode\":0,\"errmsg\":\"ok\"}", await response.Content.ReadAsStringAsync());
        var message = Assert.Single(Server.Messages);
        Assert.Equal((Key, "text", Time.GetUtcNow(), body), (message.Key, message.MessageType, message.ReceivedAt, message.Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("ROBOT-1")]
    public async Task An_unknown_key_is_an_invalid_webhook(string? key)
    {
        var answer = await SendAsync(Text("a"), key);
        Assert.Equal(93000, answer.ErrCode);
        Assert.StartsWith("invalid webhook url", answer.ErrMsg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_has_the_documented_text()
    {
        var answer = await SendAsync(Text(""));
        var seconds = Time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Matches(
            $@"^empty content, hint: \[{seconds}\d+\], from ip: 127\.0\.0\.1, "
            + @"more info at https://open\.work\.weixin\.qq\.com/devtool/query\?e=44004$",
            answer.ErrMsg);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData(Form)]
    public async Task Json_is_parsed_whatever_the_content_type(string type) =>
        Assert.Equal(0, (await SendAsync(Text("a"), type: type)).ErrCode);

    [Fact]
    public async Task A_form_has_no_message_type() =>
        Assert.Equal(40008, (await SendAsync("msgtype=text&content=a", type: Form)).ErrCode);

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("", Form)]
    [InlineData("msgtype=text", "application/json")]
    [InlineData("{\"msgtype\":\"text\",\"text\":{\"content\":\"a\"}", "application/json")]
    [InlineData("{\"msgtype\":\"text\",\"text\":{\"content\":\"\\ud800\"}}", "application/json")]
    public async Task Invalid_json_counts_as_empty_content(string body, string type) =>
        Assert.Equal(44004, (await SendAsync(body, type: type)).ErrCode);

    [Fact]
    public async Task Invalid_utf8_counts_as_empty_content()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Text("X")).SelectMany(b => b == 'X' ? [0xC4, 0xE3] : new[] { b })];
        Assert.Equal(44004, (await ReadAsync(await PostAsync(body))).ErrCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"text\":{\"content\":\"a\"}}")]
    [InlineData("{\"msgtype\":null,\"text\":{\"content\":\"a\"}}")]
    [InlineData("{\"msgtype\":\"TEXT\",\"TEXT\":{\"content\":\"a\"},\"text\":{\"content\":\"a\"}}")]
    [InlineData("{\"msgtype\":\"video\",\"video\":{\"content\":\"a\"}}")]
    public async Task A_message_type_must_be_one_of_the_eight(string body) =>
        Assert.Equal(40008, (await SendAsync(body)).ErrCode);

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Methods_other_than_post_are_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Server.Webhook()) { Content = new StringContent(Text("a")) };
        Assert.Equal(43002, (await ReadAsync(await Http.SendAsync(request))).ErrCode);
        Assert.Empty(Server.Messages);
    }

    [Fact]
    public async Task An_oversized_body_gets_a_response()
    {
        var body = new byte[21 * 1024 * 1024];
        Assert.Equal(45002, (await ReadAsync(await PostAsync(body))).ErrCode);
    }
}
