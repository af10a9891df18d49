using System;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>What to do about a refusal: the adviser's words, unless they would contradict the rule.</summary>
public sealed class RemedyTests : SimulatorTest
{
    private readonly Shortener _adviser = new();

    internal override IMessageAdviser Adviser => _adviser;

    [Theory]
    [InlineData("""{"msgtype":"news","news":{"articles":[1]}}""", "news.articles[0]")]
    [InlineData("""{"msgtype":"text","text":{"content":"a","mentioned_list":"b"}}""", "text.mentioned_list")]
    public async Task A_field_of_the_wrong_type_is_not_to_be_shortened(string body, string field)
    {
        var refusal = (await this.CheckAsync(body)).At("entry.refusal");
        Assert.Equal((40058, field), (refusal.At("errcode").GetInt32(), refusal.At("field").GetString()));
        Assert.Contains(field, refusal.At("rule").GetString());
        Assert.Equal(JsonValueKind.Null, refusal.At("remedy").ValueKind);
    }

    [Fact]
    public async Task A_field_that_is_too_long_is_unless_the_advisers_tool_sends_it_in_parts()
    {
        Assert.Equal("shorten it", await RemedyAsync(Text(new string('a', 2049))));
        _adviser.Advice = new() { Script = "Send-It" };
        Assert.Equal("请改用这条消息的 PowerShell 发送，模块会分成多条发出。", await RemedyAsync(Text(new string('a', 2049))));
    }

    [Fact]
    public async Task What_the_adviser_says_of_this_payload_comes_first_where_an_errcode_means_much()
    {
        _adviser.Advice = new() { Error = "content is missing: there is markdown.text" };
        Assert.Equal("content is missing: there is markdown.text", await RemedyAsync("""{"msgtype":"markdown","markdown":{"text":"a"}}"""));
        Assert.Equal("shorten it", await RemedyAsync("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"a"}}}"""));
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"a","mentioned_list":"b"}}""")]
    [InlineData("""{"msgtype":"text","text":{"content":5}}""")]
    [InlineData("""{"msgtype":"news","news":{"articles":{"title":"a","url":"b"}}}""")]
    public async Task What_the_advisers_tool_mends_is_to_be_sent_with_it(string body)
    {
        _adviser.Advice = new() { Script = "Send-It" };
        Assert.Equal("请改用这条消息的 PowerShell 发送，模块会自动修正。", await RemedyAsync(body));
    }

    [Theory]
    [InlineData("""{"msgtype":"file","file":{"media_id":"old"}}""")]
    [InlineData("""{"msgtype":"voice","voice":{"media_id":"old"}}""")]
    public async Task What_is_not_wrong_with_the_message_is_not_mended_by_its_script(string body)
    {
        _adviser.Advice = new() { Script = "Send-It" };
        Assert.Equal("shorten it", await RemedyAsync(body));
    }

    [Fact]
    public async Task A_fault_is_no_mistake_of_the_message()
    {
        _adviser.Advice = new() { Error = "content is missing", Script = "Send-It" };
        Server.Script(new Fault { ErrCode = 44004 });
        await SendAsync(Text("a"));
        Assert.Equal("shorten it", (await EventReader.FirstEntryAsync(this)).At("refusal.remedy").GetString());
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_to_be_sent_as_bytes() => Assert.EndsWith(
        "-Body ([Text.Encoding]::UTF8.GetBytes($json))",
        (await this.CheckAsync([(byte)'"', 0xD6, 0xD0, (byte)'"'])).At("entry.refusal.remedy").GetString());

    private async Task<string?> RemedyAsync(string body) => (await this.CheckAsync(body)).At("entry.refusal.remedy").GetString();

    private sealed class Shortener : IMessageAdviser
    {
        public MessageAdvice Advice { get; set; } = new();

        public MessageAdvice Advise(string payload, string? fileName, Uri webhook, CultureInfo language) => Advice;

        public string? GetRemedy(int errorCode, string errorMessage, CultureInfo language) => "shorten it";
    }
}
