using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Simulator.Tests.Control;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>Bodies as Windows admins send them by mistake.</summary>
public sealed class BodyMistakeTests : SimulatorTest
{
    private const string Message = """{"msgtype":"text","text":{"content":"磁盘告警：D 盘 95%，请立即处理，值班同学注意"}}""";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Bytes = "[Text.Encoding]::UTF8.GetBytes($json)";

    [Fact]
    public Task A_byte_order_mark() => ExpectAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Message)], Json, "byte order mark");

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public async Task UTF_16(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var text in (string[])[Message, Text("only ASCII")])
        {
            await ExpectAsync([.. hasMark ? encoding.Preamble : default, .. encoding.GetBytes(text)], Json, "UTF-16");
        }
    }

    [Fact]
    public Task GBK() => ExpectAsync(
        CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(Message), Json, "Read as GBK, the text there is: 磁盘告警：D 盘 95%，请立即处理，值…");

    [Theory]
    [InlineData("café")]
    [InlineData("naïve é")]
    public Task Latin_1(string text) => ExpectAsync(Encoding.Latin1.GetBytes(Text("x").Replace("x", text)), Json, "is not.");

    [Fact]
    public Task UTF_8_that_was_damaged() => ExpectAsync([.. Encoding.UTF8.GetBytes("\"中文"), 0xD6, 0xD0, (byte)'"'], Json, "byte 8 is not.");

    [Theory]
    [InlineData(Json)]
    [InlineData(Form)]
    public Task Nothing(string type) => ExpectAsync([], type, "The request had no body.");

    [Theory]
    [InlineData("payload=%7B%22msgtype%22%3A%22text%22%7D", Json)]
    [InlineData("msgtype=text&text=System.Collections.Hashtable", Form)]
    [InlineData("hello", Form)]
    public Task A_form(string body, string type) => ExpectAsync(Encoding.UTF8.GetBytes(body), type, "not a form");

    [Theory]
    [InlineData("{\"a=b\":")]
    [InlineData("这不是 JSON")]
    public async Task Other_text_that_is_no_JSON_is_what_the_errcode_says(string body)
    {
        await SendAsync(body);
        Assert.StartsWith("The content is empty, or", (await EventReader.FirstEntryAsync(this)).At("refusal.rule").GetString());
    }

    [Theory]
    [InlineData("????: D ? 95%", true)]
    [InlineData("D????", true)]
    [InlineData("CPU 95% (??)", true)]
    [InlineData("Really??? Are you sure?", false)]
    [InlineData("https://cdn.example.com/????a.js", false)]
    [InlineData("what?! ok?", false)]
    [InlineData("?", false)]
    [InlineData("???? 中文", false)]
    public async Task Chinese_that_became_question_marks(string content, bool isLost)
    {
        Assert.Equal(0, (await SendAsync(Text(content))).ErrCode);
        var warning = (await EventReader.FirstEntryAsync(this)).At("warning");
        Assert.Equal(isLost, warning.ValueKind == JsonValueKind.String && warning.GetString()!.Contains(Bytes));
        Assert.Equal(JsonValueKind.Null, (await this.CheckAsync(Text(content))).At("entry.warning").ValueKind);
    }

    private async Task ExpectAsync(byte[] body, string type, string rule)
    {
        await PostAsync(body, type: type);
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        var refusal = (await reader.ReadEntryAsync()).At("refusal");
        Assert.Contains(rule, refusal.Field("rule"));
        Assert.Contains(Bytes, refusal.Field("remedy"));
        await this.ClearAsync();
    }
}
