using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>What the events say of accepted messages, refused ones and scripted faults.</summary>
public sealed class EventEntryTests : SimulatorTest
{
    [Fact]
    public async Task An_accepted_message_has_its_payload_and_no_refusal()
    {
        await SendAsync(Text("a"), OtherKey);
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal((2, "text", "accepted"), (entry.GetProperty("robot").GetInt32(), entry.Field("type"), entry.Field("outcome")));
        Assert.Equal(Time.GetUtcNow(), entry.GetProperty("at").GetDateTimeOffset());
        Assert.Equal("a", entry.GetProperty("payload").Field("content"));
        Assert.All(["refusal", "fault", "media", "image", "excerpt"], name => Assert.Equal(JsonValueKind.Null, entry.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task A_file_has_its_name_and_not_its_key()
    {
        await SendAsync($$$"""{"msgtype":"file","file":{"media_id":"{{{await this.MediaIdAsync()}}}"}}""");
        Assert.Equal("""{"displayName":"wework.txt","size":6,"seconds":null}""", (await EventReader.FirstEntryAsync(this)).GetProperty("media").GetRawText());
    }

    [Theory]
    [InlineData("en", "text.content takes at most 2048 bytes of UTF-8.")]
    [InlineData("zh-CN", "text.content")]
    public async Task A_refused_message_says_which_rule_was_broken_and_where(string language, string rule)
    {
        await SendAsync(Text(new string('a', 2049)));
        var entry = await EventReader.FirstEntryAsync(this, language);
        var refusal = entry.GetProperty("refusal");
        Assert.Equal("refused", entry.Field("outcome"));
        Assert.Equal(40058, refusal.GetProperty("errcode").GetInt32());
        Assert.Contains("2048", refusal.Field("errmsg"));
        Assert.StartsWith(rule, refusal.Field("rule"));
        Assert.Equal(language == "zh-CN", IsChinese(refusal.Field("rule")!));
        Assert.Equal("text.content", refusal.Field("field"));
    }

    [Theory]
    [InlineData("fr, en;q=0.5, zh;q=0.4", false)]
    [InlineData("en;q=0.4, zh-Hans;q=0.5", true)]
    [InlineData("fr", true)]
    public async Task Chinese_is_spoken_unless_English_is_preferred(string language, bool isChinese)
    {
        await SendAsync(Text(""));
        Assert.Equal(isChinese, IsChinese((await EventReader.FirstEntryAsync(this, language)).GetProperty("refusal").Field("rule")!));
    }

    [Fact]
    public async Task A_body_that_is_no_message_is_quoted()
    {
        await SendAsync("{\"msgtype\":" + new string('x', 3000));
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (entry.GetProperty("type").ValueKind, entry.GetProperty("payload").ValueKind));
        Assert.Equal(2000, entry.Field("excerpt")!.Length);
    }

    [Fact]
    public async Task A_refused_upload_is_shown()
    {
        await this.UploadAsync(new byte[5]);
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.Equal(("upload", "refused", 40006), (entry.Field("type"), entry.Field("outcome"), entry.GetProperty("refusal").GetProperty("errcode").GetInt32()));
    }

    [Fact]
    public async Task An_unknown_key_is_quoted_by_its_details_alone()
    {
        await SendAsync(Text("a"), "sekrit-key");
        await this.UploadAsync(new byte[6], key: "sekrit-key");
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        foreach (var errcode in (int[])[93000, 40058])
        {
            var entry = await reader.ReadEntryAsync();
            Assert.Equal((0, errcode), (entry.GetProperty("robot").GetInt32(), entry.GetProperty("refusal").GetProperty("errcode").GetInt32()));
            Assert.StartsWith("The key of the webhook is unknown", entry.GetProperty("refusal").Field("rule"));
            Assert.DoesNotContain("sekrit", entry.GetRawText());
            Assert.Equal("sekrit-key", (await this.GetAsync($"entries/{entry.GetProperty("id")}")).Field("unknownKey"));
        }
    }

    private static bool IsChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
