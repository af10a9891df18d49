using System.Text.Json.Nodes;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>text: "最长不超过2048个字节"; markdown and markdown_v2: "最长不超过4096个字节".</summary>
public class ContentRulesTests
{
    public static TheoryData<string, int, string> Limits
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var unit in new[] { "a", "é", "中", "🙂", "👩‍👩‍👧‍👦", "\n" })
            {
                data.Add("text", 2048, unit);
                data.Add("markdown", 4096, unit);
                data.Add("markdown_v2", 4096, unit);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Content_may_fill_its_limit_to_the_byte(string type, int limit, string unit) =>
        Rules.Allow(WithContent(type, Rules.TextOfBytes(unit, limit)));

    [Theory]
    [MemberData(nameof(Limits))]
    public void One_more_byte_is_too_long(string type, int limit, string unit) => Rules.RefuseSize(
        WithContent(type, Rules.TextOfBytes(unit, limit) + "a"), type + ".content", limit, limit + 1, FailureCause.ContentTooLong);

    [Theory]
    [InlineData("text", 2048)]
    [InlineData("markdown", 4096)]
    [InlineData("markdown_v2", 4096)]
    public void One_more_Chinese_character_counts_as_three_bytes(string type, int limit) => Rules.RefuseSize(
        WithContent(type, Rules.TextOfBytes("中", limit) + "中"), type + ".content", limit, limit + 3, FailureCause.ContentTooLong);

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("markdown_v2")]
    public void Content_is_required(string type)
    {
        Rules.Refuse(Sample.Edited(type, type + ".content"), type + ".content");
        Rules.Refuse(Sample.Edited(type, type + ".content=\"\""), type + ".content");
        Rules.Refuse(Sample.Edited(type, type + ".content=null"), type + ".content");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("markdown_v2")]
    [InlineData("image")]
    [InlineData("news")]
    [InlineData("file")]
    [InlineData("voice")]
    public void The_body_is_required(string type) => Rules.Refuse(Sample.Edited(type, type), type);

    [Fact]
    public void Mentions_are_optional_and_may_be_empty()
    {
        Rules.Allow(Sample.Edited("text", "text.mentioned_list", "text.mentioned_mobile_list"));
        Rules.Allow(Sample.Edited("text", "text.mentioned_list=[]", "text.mentioned_mobile_list=[]"));
    }

    [Theory]
    [InlineData("mentioned_list")]
    [InlineData("mentioned_mobile_list")]
    public void A_null_mention_is_named_by_its_index(string list) =>
        Rules.Refuse(Sample.Edited("text", $"text.{list}=[\"wangqing\",null]"), $"text.{list}[1]");

    [Theory]
    [InlineData("file")]
    [InlineData("voice")]
    public void A_media_id_is_required(string type)
    {
        Rules.Allow(Sample.Edited(type));
        Rules.Refuse(Sample.Edited(type, type + ".media_id"), type + ".media_id");
        Rules.Refuse(Sample.Edited(type, type + ".media_id=\"\""), type + ".media_id");
    }

    private static Message WithContent(string type, string content) =>
        Sample.Edited(type, $"{type}.content={JsonValue.Create(content).ToJsonString()}");
}
