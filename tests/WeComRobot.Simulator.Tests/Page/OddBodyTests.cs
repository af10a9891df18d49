using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>What the page is told of bodies that are not JSON, or not even UTF-8.</summary>
public sealed class OddBodyTests : SimulatorTest
{
    // "中文" in GBK
    private static readonly byte[] Gbk = [.. """{"msgtype":"text","text":{"content":" """u8, 0xD6, 0xD0, 0xCE, 0xC4, .. "\"}}"u8];

    [Theory]
    [InlineData("en", "The body must be UTF-8, and byte 39 is not. Read as GBK, the text there is: 中文")]
    [InlineData("zh-CN", "请求体必须是 UTF-8 编码，从第 39 个字节起不是。按 GBK 解码，这里是：中文")]
    public async Task A_message_in_GBK_says_so_and_from_which_byte(string language, string rule)
    {
        Assert.Equal(44004, (await ReadAsync(await PostAsync(Gbk))).ErrCode);
        var entry = await EventReader.FirstEntryAsync(this, language);
        Assert.Equal(rule, entry.At("refusal.rule").GetString());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (entry.At("type").ValueKind, entry.At("payload").ValueKind));
        AssertNothingIsMeasured(await this.GetAsync("entries/1"));
        AssertNothingIsMeasured((await this.CheckAsync(Gbk)).At("details"));
    }

    [Fact]
    public async Task A_message_in_GBK_is_not_drawn_if_something_else_was_the_reason_to_refuse_it()
    {
        await PostAsync(Gbk, "unknown");
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal((93000, JsonValueKind.Null), (entry.At("refusal.errcode").GetInt32(), entry.At("payload").ValueKind));
        Assert.DoesNotContain("UTF-8", entry.At("refusal.rule").GetString());
    }

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{\"msgtype\":\"text\",\n  \"text\":{\"content\":\"a\",}}", 2, 25)]
    [InlineData("{\n\"标题😀\": x}", 2, 9)]
    [InlineData("{\r\n\r\n  'msgtype':'text'}", 3, 3)]
    [InlineData("[1] 2", 1, 5)]
    [InlineData("\uFEFF{}", 1, 1)]
    public async Task A_body_that_is_no_JSON_says_where_it_stops_being_it(string body, int line, int column)
    {
        await SendAsync(body);
        foreach (var details in (JsonElement[])[await this.GetAsync("entries/1"), (await this.CheckAsync(body)).At("details")])
        {
            Assert.Equal((line, column), (details.At("mistake.line").GetInt32(), details.At("mistake.column").GetInt32()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"msgtype":"text","text":{"content":"\ud800"}}""")]
    public async Task There_is_no_mistake_without_a_place(string body) =>
        Assert.Equal(JsonValueKind.Null, (await this.CheckAsync(body)).At("details.mistake").ValueKind);

    [Fact]
    public async Task An_upload_and_a_broken_connection_have_no_mistake()
    {
        await this.UploadAsync(new byte[5]);
        Assert.Equal(JsonValueKind.Null, (await this.GetAsync("entries/1")).At("mistake").ValueKind);
    }

    [Fact]
    public async Task As_deep_as_a_message_may_be_it_is_shown()
    {
        foreach (var depth in Enumerable.Range(50, 20))
        {
            var body = $$$"""{"msgtype":"text","text":{"content":"a","more":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}}""";
            var isAccepted = (await SendAsync(body)).ErrCode == 0;
            Assert.Equal(isAccepted, depth <= 62);
            Assert.Equal(isAccepted ? "accepted" : "refused", (await this.CheckAsync(body)).At("entry.outcome").GetString());
        }

        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        foreach (var id in Enumerable.Range(1, 20))
        {
            Assert.Equal(id, (await reader.ReadEntryAsync()).At("id").GetInt32());
            Assert.NotEmpty((await this.GetAsync($"entries/{id}")).At("body").GetString()!);
        }
    }

    private static void AssertNothingIsMeasured(JsonElement details)
    {
        Assert.Equal((0, 0), (details.At("sizes").GetArrayLength(), details.At("warnings").GetArrayLength()));
        Assert.All(["mistake", "error", "script"], name => Assert.Equal(JsonValueKind.Null, details.At(name).ValueKind));
        Assert.StartsWith("{\"msgtype\"", details.At("body").GetString());
    }
}
