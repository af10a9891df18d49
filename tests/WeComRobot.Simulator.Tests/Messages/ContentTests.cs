using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>Text and both kinds of Markdown.</summary>
public sealed class ContentTests : SimulatorTest
{
    // 中 takes three bytes, and limits count bytes
    [Theory]
    [InlineData("text", 2048)]
    [InlineData("markdown", 4096)]
    [InlineData("markdown_v2", 4096)]
    public async Task Content_has_a_limit_in_utf8_bytes(string type, int limit)
    {
        var full = new string('中', limit / 3) + new string('a', limit % 3);
        await AcceptsAsync(Message(type, full));
        var answer = await SendAsync(Message(type, full + "a"));
        Assert.Equal(40058, answer.ErrCode);
        Assert.StartsWith($"{type}.content exceed max length {limit}, hint", answer.ErrMsg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("markdown_v2")]
    public async Task Content_is_required(string type)
    {
        await RefusesAsync(44004, new JsonObject { ["msgtype"] = type });
        await RefusesAsync(44004, new JsonObject { ["msgtype"] = type, [type] = new JsonObject() });
        await RefusesAsync(44004, Message(type, ""));
        await AcceptsAsync(Message(type, " "));
    }

    [Fact]
    public async Task The_limit_counts_the_bytes_of_the_content_not_of_its_escapes()
    {
        var escaped = string.Concat(Enumerable.Repeat("\\u4e2d", 682));
        Assert.Equal(0, (await SendAsync($$$"""{"msgtype":"text","text":{"content":"{{{escaped}}}"}}""")).ErrCode);
    }

    [Theory]
    [InlineData("mentioned_list")]
    [InlineData("mentioned_mobile_list")]
    public async Task Mentions_are_lists_of_strings(string field)
    {
        await AcceptsAsync(Mention(field, new JsonArray("wangqing", "@all")));
        await AcceptsAsync(Mention(field, new JsonArray()));
        await RefusesAsync(40058, Mention(field, "@all"));
        await RefusesAsync(40058, Mention(field, new JsonArray(13800001111)));
        await RefusesAsync(40063, Mention(field, null));
    }

    private static JsonObject Message(string type, string content) =>
        new() { ["msgtype"] = type, [type] = new JsonObject { ["content"] = content } };

    private static JsonObject Mention(string field, JsonNode? value)
    {
        var message = Message("text", "a");
        message["text"]![field] = value;
        return message;
    }
}
