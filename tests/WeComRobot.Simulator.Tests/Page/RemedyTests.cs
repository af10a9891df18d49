using System;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>What to do about a refusal: the adviser's words, unless they would contradict the rule.</summary>
public sealed class RemedyTests : SimulatorTest
{
    internal override IMessageAdviser Adviser => new Shortener();

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
    public async Task A_field_that_is_too_long_is()
    {
        var refusal = (await this.CheckAsync(Text(new string('a', 2049)))).At("entry.refusal");
        Assert.Equal("shorten it", refusal.At("remedy").GetString());
    }

    [Fact]
    public async Task A_body_in_another_encoding_has_a_content_already() =>
        Assert.Equal(JsonValueKind.Null, (await this.CheckAsync([(byte)'"', 0xD6, 0xD0, (byte)'"'])).At("entry.refusal.remedy").ValueKind);

    private sealed class Shortener : IMessageAdviser
    {
        public MessageAdvice Advise(string payload, string? fileName, Uri webhook, CultureInfo language) => new();

        public string? GetRemedy(int errorCode, string errorMessage, CultureInfo language) => "shorten it";
    }
}
