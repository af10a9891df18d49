using Xunit;

namespace WeComRobot.Client.Tests.Messages.Cards;

/// <summary>The fields that the two parameter tables mark 必须.</summary>
public class RequiredFieldTests
{
    [Theory]
    [InlineData("text_notice")]
    [InlineData("news_notice")]
    public void The_official_sample_is_allowed(string card) => Rules.Allow(Sample.Edited(card));

    [Theory]
    [InlineData("text_notice", "main_title")]
    [InlineData("text_notice", "card_action")]
    [InlineData("text_notice", "card_action.type")]
    [InlineData("news_notice", "main_title")]
    [InlineData("news_notice", "card_image")]
    [InlineData("news_notice", "card_action")]
    [InlineData("news_notice", "card_action.type")]
    public void A_missing_part_is_named(string card, string field)
    {
        Rules.Refuse(CardSample.Edited(card, field), CardSample.Field(field));
        Rules.Refuse(CardSample.Edited(card, field + "=null"), CardSample.Field(field));
    }

    [Theory]
    [InlineData("text_notice", "card_type")]
    [InlineData("text_notice", "horizontal_content_list[0].keyname")]
    [InlineData("text_notice", "jump_list[1].title")]
    [InlineData("news_notice", "card_type")]
    [InlineData("news_notice", "main_title.title")]
    [InlineData("news_notice", "card_image.url")]
    [InlineData("news_notice", "image_text_area.image_url")]
    [InlineData("news_notice", "vertical_content_list[0].title")]
    [InlineData("news_notice", "horizontal_content_list[2].keyname")]
    [InlineData("news_notice", "jump_list[0].title")]
    public void A_missing_or_empty_text_is_named(string card, string field)
    {
        Rules.Refuse(CardSample.Edited(card, field), CardSample.Field(field));
        Rules.Refuse(CardSample.Edited(card, field + "=null"), CardSample.Field(field));
        Rules.Refuse(CardSample.Edited(card, field + "=\"\""), CardSample.Field(field));
    }

    [Theory]
    [InlineData("text_notice", "source", "emphasis_content", "quote_area", "horizontal_content_list", "jump_list", "main_title.desc")]
    [InlineData("news_notice", "source", "image_text_area", "quote_area", "vertical_content_list", "horizontal_content_list", "jump_list")]
    [InlineData("news_notice", "card_image.aspect_ratio", "main_title.desc", "vertical_content_list[0].desc", "image_text_area.title")]
    [InlineData("text_notice", "source.icon_url", "source.desc", "source.desc_color", "emphasis_content.title", "emphasis_content.desc")]
    [InlineData("text_notice", "quote_area.title", "quote_area.quote_text", "horizontal_content_list[0].value", "quote_area.type", "quote_area.url", "quote_area.appid")]
    public void Optional_fields_may_be_left_out(string card, params string[] fields) =>
        Rules.Allow(CardSample.Edited(card, fields));

    [Fact]
    public void A_message_without_its_card_is_refused() =>
        Rules.Refuse(Sample.Edited("text_notice", "template_card"), "template_card");

    [Theory]
    [InlineData("TEXT_NOTICE")]
    [InlineData("button_interaction")]
    public void An_unknown_card_type_is_named_with_the_known_ones(string type)
    {
        var finding = Rules.Refuse(CardSample.Edited("text_notice", $"card_type=\"{type}\""), CardSample.Field("card_type"));
        Assert.All([type, "text_notice", "news_notice"], text => Assert.Contains(text, finding.Text));
    }

    [Fact]
    public void A_text_notice_requires_a_title_or_a_subtitle()
    {
        Rules.Allow(CardSample.Edited("text_notice", "main_title.title"));
        Rules.Allow(CardSample.Edited("text_notice", "sub_title_text"));
        foreach (var empty in new[] { "", "=null", "=\"\"" })
        {
            var neither = CardSample.Edited("text_notice", "main_title.title" + empty, "sub_title_text" + empty);
            var finding = Rules.Refuse(neither, CardSample.Field("main_title.title"));
            Assert.Contains(CardSample.Field("sub_title_text"), finding.Text);
        }
    }
}
