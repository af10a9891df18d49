using Xunit;

namespace WeComRobot.Client.Tests.Messages.Cards;

/// <summary>"建议不超过…个字": a warning, never an error.</summary>
public class RecommendedLengthTests
{
    [Theory]
    [InlineData("text_notice", "source.desc", 13)]
    [InlineData("text_notice", "main_title.title", 26)]
    [InlineData("text_notice", "main_title.desc", 30)]
    [InlineData("text_notice", "emphasis_content.title", 10)]
    [InlineData("text_notice", "emphasis_content.desc", 15)]
    [InlineData("text_notice", "sub_title_text", 112)]
    [InlineData("text_notice", "horizontal_content_list[1].keyname", 5)]
    [InlineData("text_notice", "horizontal_content_list[1].value", 26)]
    [InlineData("text_notice", "jump_list[0].title", 13)]
    [InlineData("news_notice", "source.desc", 13)]
    [InlineData("news_notice", "main_title.title", 26)]
    [InlineData("news_notice", "main_title.desc", 30)]
    [InlineData("news_notice", "vertical_content_list[0].title", 26)]
    [InlineData("news_notice", "vertical_content_list[0].desc", 112)]
    [InlineData("news_notice", "horizontal_content_list[1].keyname", 5)]
    [InlineData("news_notice", "horizontal_content_list[1].value", 26)]
    [InlineData("news_notice", "jump_list[0].title", 13)]
    public void A_longer_text_gives_a_warning(string card, string field, int max)
    {
        // 字 are characters as people count them: an emoji is one, however many code points it has
        foreach (var character in new[] { "字", "a", "👩‍👩‍👧‍👦" })
        {
            var full = Rules.Repeat(character, max);
            Rules.Allow(CardSample.Edited(card, $"{field}=\"{full}\""));
            Rules.Warn(CardSample.Edited(card, $"{field}=\"{full}{character}\""), CardSample.Field(field), max, max + 1);
        }
    }
}
