using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Tests.Cards;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>POST /simulator/check: what would become of a message.</summary>
public sealed class CheckTests : SimulatorTest
{
    [Fact]
    public async Task Nothing_is_sent_and_the_minute_stays()
    {
        for (var i = 0; i <= Rate.Messages; i++)
        {
            Assert.Equal("accepted", (await this.CheckAsync(Text("a"))).At("entry.outcome").GetString());
        }

        Assert.Empty(Server.Messages);
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(this.Address("entries/1"))).StatusCode);
        for (var i = 0; i < Rate.Messages; i++)
        {
            Assert.Equal(0, (await SendAsync(Text("a"))).ErrCode);
        }
    }

    [Fact]
    public async Task A_full_minute_is_no_reason_to_refuse()
    {
        for (var i = 0; i < Rate.Messages; i++)
        {
            await SendAsync(Text("a"));
        }

        Assert.Equal("accepted", (await this.CheckAsync(Text("a"))).At("entry.outcome").GetString());
    }

    [Fact]
    public async Task What_is_too_long_is_told_with_its_rule_its_field_and_its_size()
    {
        var result = await this.CheckAsync(Text(new string('长', 700)));
        var refusal = result.At("entry.refusal");
        Assert.Equal("refused", result.At("entry.outcome").GetString());
        Assert.Equal((40058, "text.content"), (refusal.At("errcode").GetInt32(), refusal.At("field").GetString()));
        Assert.Equal("text.content 最多 2048 字节（UTF-8）。", refusal.At("rule").GetString());
        Assert.Equal("""{"name":"text.content","value":2100,"limit":2048,"unit":"bytes"}""", result.At("details.sizes")[0].GetRawText());
    }

    [Fact]
    public async Task A_body_that_is_too_large_to_be_read_is_refused_as_by_the_webhook()
    {
        var body = new byte[RequestBody.MaxBytes + 1];
        Assert.Equal(45002, (await ReadAsync(await PostAsync(body))).ErrCode);
        var result = await this.CheckAsync(body);
        Assert.Equal(45002, result.At("entry.refusal.errcode").GetInt32());
        Assert.Equal(JsonValueKind.Null, result.At("details.mistake").ValueKind);
    }

    [Fact]
    public async Task A_mistake_deep_in_a_card_is_told_with_its_path()
    {
        var card = Card.TextNotice().With("horizontal_content_list", """[{"keyname":"主机"},{"keyname":"手册","type":1}]""");
        var refusal = (await this.CheckAsync(card.ToJsonString())).At("entry.refusal");
        Assert.Equal((42028, "template_card.horizontal_content_list[1].url"), (refusal.At("errcode").GetInt32(), refusal.At("field").GetString()));
    }

    [Theory]
    [InlineData("{}", "image_text_area.image_url")]
    [InlineData("""{"type":1,"image_url":"https://example.com/a.png"}""", "image_text_area.url")]
    public async Task A_missing_address_is_named(string area, string field)
    {
        var refusal = (await this.CheckAsync(Card.NewsNotice().With("image_text_area", area).ToJsonString())).At("entry.refusal");
        Assert.Equal((42028, $"template_card.{field}"), (refusal.At("errcode").GetInt32(), refusal.At("field").GetString()));
        Assert.Contains(field.Split('.')[1], refusal.At("rule").GetString());
    }

    [Fact]
    public async Task A_picture_that_was_not_sent_is_in_the_answer()
    {
        var base64 = Convert.ToBase64String(Pictures.Png);
        var md5 = Convert.ToHexStringLower(MD5.HashData(Pictures.Png));
        var result = await this.CheckAsync($$$"""{"msgtype":"image","image":{"base64":"{{{base64}}}","md5":"{{{md5}}}"}}""");
        Assert.Equal($"data:image/png;base64,{base64}", result.At("entry.image").GetString());
    }

    [Fact]
    public async Task An_upload_belongs_to_the_robot_that_is_asked_about()
    {
        var file = $$$"""{"msgtype":"file","file":{"media_id":"{{{await this.MediaIdAsync()}}}"}}""";
        Assert.Equal("wework.txt", (await this.CheckAsync(file, "?robot=1")).At("entry.media.displayName").GetString());
        Assert.Equal(40007, (await this.CheckAsync(file, "?robot=2")).At("entry.refusal.errcode").GetInt32());
        Assert.Equal(1, (await this.CheckAsync(file, "?robot=none")).At("entry.robot").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("# 标题")]
    [InlineData("\u0000")]
    [InlineData("{}")]
    [InlineData("""{"msgtype":1}""")]
    [InlineData("""{"msgtype":"text"}""")]
    [InlineData("""{"msgtype":"text","text":[]}""")]
    [InlineData("""{"msgtype":"news","news":{"articles":[null]}}""")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":{}}}""")]
    public async Task Any_text_is_answered(string body) => await RefusedAsync(Encoding.UTF8.GetBytes(body));

    [Fact]
    public async Task Any_bytes_are_answered()
    {
        await RefusedAsync([0xFF, 0xFE, 0x00]);
        await RefusedAsync([.. Enumerable.Repeat((byte)'[', 100_000)]);
        var random = new Random(20);
        for (var i = 0; i < 100; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            await RefusedAsync(bytes);
        }
    }

    private async Task RefusedAsync(byte[] body)
    {
        var result = await this.CheckAsync(body);
        Assert.Equal("refused", result.At("entry.outcome").GetString());
        Assert.NotEmpty(result.At("entry.refusal.rule").GetString()!);
    }
}
