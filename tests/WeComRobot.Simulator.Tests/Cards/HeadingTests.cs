using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Cards;

/// <summary>What every template card needs: a type, a title and an action.</summary>
public sealed class HeadingTests : SimulatorTest
{
    [Theory]
    [InlineData("\"text_notice\"", 0)]
    [InlineData("\"TEXT_NOTICE\"", 42031)]
    [InlineData("\"button_interaction\"", 42031)]
    [InlineData("\"\"", 42031)]
    [InlineData(null, 42031)]
    public async Task The_card_type_is_one_of_two(string? type, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.TextNotice().With("card_type", type))).ErrCode);

    [Fact]
    public async Task A_message_without_a_card_is_refused_for_its_card_type() =>
        Assert.Equal(42031, (await SendAsync("{\"msgtype\":\"template_card\"}")).ErrCode);

    [Fact]
    public async Task A_text_notice_needs_a_title_or_a_sub_title()
    {
        await AcceptsAsync(Card.TextNotice().With("main_title", "{\"title\":\"t\"}"));
        await AcceptsAsync(Card.TextNotice().With("main_title", "{}").With("sub_title_text", "\"s\""));
        await RefusesAsync(42033, Card.TextNotice().With("main_title", "{\"desc\":\"d\"}"));
        await RefusesAsync(42033, Card.TextNotice().With("main_title", "{\"title\":\"\"}").With("sub_title_text", "\"\""));
        await RefusesAsync(42033, Card.TextNotice().With("main_title", null).With("sub_title_text", "\"s\""));
    }

    [Fact]
    public async Task A_news_notice_needs_a_title()
    {
        await AcceptsAsync(Card.NewsNotice());
        await RefusesAsync(42033, Card.NewsNotice().With("main_title", null));
        await RefusesAsync(42033, Card.NewsNotice().With("main_title", "{\"desc\":\"d\"}").With("sub_title_text", "\"s\""));
    }

    [Theory]
    [InlineData("text_notice")]
    [InlineData("news_notice")]
    public async Task A_card_needs_an_action(string type)
    {
        await RefusesAsync(42045, Card.Create(type).With("card_action", null));
        await RefusesAsync(42045, Card.Create(type).With("card_action.type", null));
        await RefusesAsync(42045, Card.Create(type).With("card_action.type", "0"));
        await AcceptsAsync(Card.Create(type).With("card_action", """{"type":2,"appid":"a"}"""));
        await RefusesAsync(42045, Card.Create(type).With("card_action.type", "3"));
        await RefusesAsync(42045, Card.Create(type).With("card_action.type", "\"1\""));
        await RefusesAsync(42028, Card.Create(type).With("card_action", """{"type":1,"appid":"a"}"""));
        await RefusesAsync(42030, Card.Create(type).With("card_action", """{"type":2,"url":"https://a.b","pagepath":"p"}"""));
    }
}
