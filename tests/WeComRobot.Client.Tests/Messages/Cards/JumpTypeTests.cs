using Xunit;

namespace WeComRobot.Client.Tests.Messages.Cards;

/// <summary>The type numbers, their ranges, and the fields that each requires ("…type是1时必填").</summary>
public class JumpTypeTests
{
    [Theory]
    [InlineData("text_notice", "quote_area", 1, "url")]
    [InlineData("text_notice", "quote_area", 2, "appid")]
    [InlineData("text_notice", "jump_list[0]", 1, "url")]
    [InlineData("text_notice", "jump_list[0]", 2, "appid")]
    [InlineData("text_notice", "card_action", 1, "url")]
    [InlineData("text_notice", "card_action", 2, "appid")]
    [InlineData("text_notice", "horizontal_content_list[1]", 1, "url")]
    [InlineData("text_notice", "horizontal_content_list[1]", 2, "media_id")]
    [InlineData("text_notice", "horizontal_content_list[1]", 3, "userid")]
    [InlineData("news_notice", "quote_area", 1, "url")]
    [InlineData("news_notice", "quote_area", 2, "appid")]
    [InlineData("news_notice", "image_text_area", 1, "url")]
    [InlineData("news_notice", "image_text_area", 2, "appid")]
    [InlineData("news_notice", "jump_list[1]", 1, "url")]
    [InlineData("news_notice", "jump_list[1]", 2, "appid")]
    [InlineData("news_notice", "card_action", 1, "url")]
    [InlineData("news_notice", "card_action", 2, "appid")]
    [InlineData("news_notice", "horizontal_content_list[0]", 1, "url")]
    [InlineData("news_notice", "horizontal_content_list[0]", 2, "media_id")]
    [InlineData("news_notice", "horizontal_content_list[0]", 3, "userid")]
    public void A_type_requires_its_field_and_no_other(string card, string part, int type, string required)
    {
        // The part without any field that a type may require
        string[] bare = [$"{part}.url", $"{part}.appid", $"{part}.pagepath", $"{part}.media_id", $"{part}.userid", $"{part}.type={type}"];
        var finding = Rules.Refuse(CardSample.Edited(card, bare), CardSample.Field($"{part}.{required}"));
        Assert.Contains(CardSample.Field($"{part}.type") + " is " + type, finding.Text);

        Rules.Refuse(CardSample.Edited(card, [.. bare, $"{part}.{required}=\"\""]), CardSample.Field($"{part}.{required}"));
        Rules.Allow(CardSample.Edited(card, [.. bare, $"{part}.{required}=\"x\""]));
    }

    [Theory]
    [InlineData("text_notice", "quote_area")]
    [InlineData("text_notice", "jump_list[0]")]
    [InlineData("news_notice", "quote_area")]
    [InlineData("news_notice", "image_text_area")]
    [InlineData("news_notice", "jump_list[0]")]
    public void Type_0_or_none_requires_no_field(string card, string part)
    {
        Rules.Allow(CardSample.Edited(card, $"{part}.type=0", $"{part}.url", $"{part}.appid"));
        Rules.Allow(CardSample.Edited(card, $"{part}.type", $"{part}.url", $"{part}.appid"));
    }

    [Theory]
    [InlineData("text_notice", "quote_area", "url", 1)]
    [InlineData("text_notice", "quote_area", "appid", 2)]
    [InlineData("text_notice", "jump_list[0]", "url", 1)]
    [InlineData("text_notice", "horizontal_content_list[0]", "url", 1)]
    [InlineData("text_notice", "horizontal_content_list[0]", "media_id", 2)]
    [InlineData("text_notice", "horizontal_content_list[0]", "userid", 3)]
    [InlineData("news_notice", "image_text_area", "url", 1)]
    public void What_a_click_does_not_open_for_lack_of_a_type_gives_a_warning(string card, string part, string target, int type)
    {
        string[] bare = [$"{part}.url", $"{part}.appid", $"{part}.pagepath", $"{part}.type"];
        var finding = Rules.Warn(CardSample.Edited(card, [.. bare, $"{part}.{target}=\"x\""]), CardSample.Field($"{part}.{target}"));
        Assert.Contains($"{CardSample.Field($"{part}.type")} is absent: it has to be {type}", finding.Text);
        Rules.Allow(CardSample.Edited(card, [.. bare, $"{part}.{target}=\"\""]));
    }

    [Theory]
    [InlineData("card_action", "javascript:alert(1)")]
    [InlineData("card_action", "data:text/html,x")]
    [InlineData("jump_list[0]", "JavaScript:void(0)")]
    [InlineData("horizontal_content_list[1]", "file:///c:/x")]
    public void An_address_that_members_cannot_open_gives_a_warning(string part, string url) =>
        Rules.Warn(CardSample.Edited("text_notice", $"{part}.type=1", $"{part}.url=\"{url}\""), CardSample.Field($"{part}.url"));

    [Theory]
    [InlineData("www.qq.com")]
    [InlineData("http://a.example/?u=javascript:x")]
    [InlineData("mailto:a@a.example")]
    public void Any_other_address_gives_none(string url) => Rules.Allow(CardSample.Edited("text_notice", $"card_action.url=\"{url}\""));

    [Fact]
    public void A_field_without_a_type_requires_only_its_name() =>
        Rules.Allow(CardSample.Edited("text_notice", """horizontal_content_list=[{"keyname":"邀请人"}]"""));

    [Theory]
    [InlineData("text_notice", "quote_area.type", 0, 2)]
    [InlineData("text_notice", "jump_list[0].type", 0, 2)]
    [InlineData("text_notice", "card_action.type", 1, 2)]
    [InlineData("text_notice", "source.desc_color", 0, 3)]
    [InlineData("news_notice", "image_text_area.type", 0, 2)]
    [InlineData("news_notice", "card_action.type", 1, 2)]
    [InlineData("news_notice", "source.desc_color", 0, 3)]
    public void A_number_has_its_range(string card, string field, int first, int last)
    {
        // With both targets, only the range of the number matters
        var part = field[..field.LastIndexOf('.')];
        string[] targets = part == "source" ? [] : [$"{part}.url=\"x\"", $"{part}.appid=\"x\""];
        foreach (var allowed in new[] { first, last })
        {
            Rules.Allow(CardSample.Edited(card, [.. targets, $"{field}={allowed}"]));
        }

        foreach (var refused in new[] { first - 1, last + 1 })
        {
            var finding = Rules.Refuse(CardSample.Edited(card, [.. targets, $"{field}={refused}"]), CardSample.Field(field));
            Assert.Contains($"{CardSample.Field(field)} is {refused}; it must be from {first} to {last}.", finding.Text);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_fields_type_is_1_to_3(int type) => Rules.Refuse(
        CardSample.Edited("text_notice", $"horizontal_content_list[0].type={type}"), CardSample.Field("horizontal_content_list[0].type"));
}
