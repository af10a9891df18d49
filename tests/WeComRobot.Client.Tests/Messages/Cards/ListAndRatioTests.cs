using Xunit;

namespace WeComRobot.Client.Tests.Messages.Cards;

/// <summary>The lengths of the lists ("列表长度不超过…"), the aspect ratio of the picture, and the card parts that only the other type has.</summary>
public class ListAndRatioTests
{
    [Theory]
    [InlineData("text_notice", "horizontal_content_list", """{"keyname":"a"}""", 6)]
    [InlineData("text_notice", "jump_list", """{"title":"a"}""", 3)]
    [InlineData("news_notice", "horizontal_content_list", """{"keyname":"a"}""", 6)]
    [InlineData("news_notice", "jump_list", """{"title":"a"}""", 3)]
    [InlineData("news_notice", "vertical_content_list", """{"title":"a"}""", 4)]
    public void A_list_may_be_empty_or_full_but_not_longer(string card, string list, string entry, int max)
    {
        Rules.Allow(CardSample.Edited(card, $"{list}=[]"));
        Rules.Allow(CardSample.Edited(card, $"{list}={CardSample.List(entry, max)}"));
        Rules.RefuseSize(CardSample.Edited(card, $"{list}={CardSample.List(entry, max + 1)}"), CardSample.Field(list), max, max + 1);
    }

    [Theory]
    [InlineData("text_notice", "horizontal_content_list")]
    [InlineData("text_notice", "jump_list")]
    [InlineData("news_notice", "vertical_content_list")]
    public void A_null_in_a_list_is_named_by_its_index(string card, string list) =>
        Rules.Refuse(CardSample.Edited(card, $"{list}=[null]"), CardSample.Field(list) + "[0]");

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.30")]
    [InlineData("2")]
    [InlineData("2.25")]
    public void A_ratio_from_1_3_to_2_25_is_allowed(string ratio) =>
        Rules.Allow(CardSample.Edited("news_notice", $"card_image.aspect_ratio={ratio}"));

    [Theory]
    [InlineData("1.29")]
    [InlineData("2.26")]
    [InlineData("0")]
    public void Any_other_ratio_is_refused(string ratio)
    {
        var field = CardSample.Field("card_image.aspect_ratio");
        var finding = Rules.Refuse(CardSample.Edited("news_notice", $"card_image.aspect_ratio={ratio}"), field);
        Assert.Contains($"{field} is {ratio}; it must be from 1.3 to 2.25.", finding.Text);
    }

    [Theory]
    [InlineData("text_notice", "card_image={\"url\":\"x\"}", "card_image", "news_notice")]
    [InlineData("text_notice", "image_text_area={\"image_url\":\"x\"}", "image_text_area", "news_notice")]
    [InlineData("text_notice", "vertical_content_list=[{\"title\":\"x\"}]", "vertical_content_list", "news_notice")]
    [InlineData("news_notice", "emphasis_content={\"title\":\"x\"}", "emphasis_content", "text_notice")]
    [InlineData("news_notice", "sub_title_text=\"x\"", "sub_title_text", "text_notice")]
    public void A_part_of_the_other_card_type_is_named_with_that_type(string card, string edit, string field, string owner)
    {
        var finding = Rules.Refuse(CardSample.Edited(card, edit), CardSample.Field(field));
        Assert.Contains(owner, finding.Text);
    }
}
