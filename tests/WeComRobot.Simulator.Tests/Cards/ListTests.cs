using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Cards;

/// <summary>The three lists of cards: their maximum lengths, and what each item needs.</summary>
public sealed class ListTests : SimulatorTest
{
    [Theory]
    [InlineData("text_notice", "horizontal_content_list", """{"keyname":"k"}""", 6, 42035)]
    [InlineData("news_notice", "horizontal_content_list", """{"keyname":"k"}""", 6, 42035)]
    [InlineData("news_notice", "vertical_content_list", """{"title":"t"}""", 4, 42036)]
    [InlineData("text_notice", "jump_list", """{"title":"t"}""", 3, 42042)]
    [InlineData("news_notice", "jump_list", """{"title":"t"}""", 3, 42042)]
    public async Task Lists_can_be_empty_and_have_a_maximum_length(string type, string list, string item, int maxItems, int errcode)
    {
        await AcceptsAsync(Card.Create(type).With(list, "[]"));
        await AcceptsAsync(Card.Create(type).With(list, Repeat(item, maxItems)));
        await RefusesAsync(errcode, Card.Create(type).With(list, Repeat(item, maxItems + 1)));
        await RefusesAsync(40058, Card.Create(type).With(list, item));
    }

    [Theory]
    [InlineData("""{"keyname":"k","value":"v"}""", 0)]
    [InlineData("""{"value":"v"}""", 42027)]
    [InlineData("""{"keyname":"","value":"v"}""", 42027)]
    [InlineData("""{"keyname":"k","type":1,"url":"https://a.b"}""", 0)]
    [InlineData("""{"keyname":"k","type":1}""", 42028)]
    [InlineData("""{"keyname":"k","type":2,"media_id":"MEDIAID"}""", 0)]
    [InlineData("""{"keyname":"k","type":2}""", 42029)]
    [InlineData("""{"keyname":"k","type":3,"userid":"zhangsan"}""", 0)]
    [InlineData("""{"keyname":"k","type":3}""", 42050)]
    [InlineData("""{"keyname":"k","type":4}""", 40058)]
    [InlineData("""{"keyname":"k","value":5}""", 40058)]
    [InlineData("""{"keyname":"k","value":null}""", 40063)]
    public async Task A_field_needs_a_name_and_the_target_of_its_type(string row, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.TextNotice().With("horizontal_content_list", $"[{row}]"))).ErrCode);

    [Theory]
    [InlineData("""{"title":"t"}""", 0)]
    [InlineData("""{"type":0}""", 42033)]
    [InlineData("""{"title":"t","type":1,"url":"https://a.b"}""", 0)]
    [InlineData("""{"title":"t","type":1,"appid":"a"}""", 42028)]
    [InlineData("""{"title":"t","type":2,"appid":"a"}""", 0)]
    [InlineData("""{"title":"t","type":2,"url":"https://a.b"}""", 42030)]
    [InlineData("""{"title":"t","type":3}""", 40058)]
    public async Task A_link_needs_a_title_and_the_target_of_its_type(string link, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.TextNotice().With("jump_list", $"[{link}]"))).ErrCode);

    [Theory]
    [InlineData("""{"title":"t","desc":"d"}""", 0)]
    [InlineData("""{"desc":"d"}""", 42033)]
    public async Task A_section_needs_a_title(string section, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.NewsNotice().With("vertical_content_list", $"[{section}]"))).ErrCode);

    private static string Repeat(string item, int count) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";
}
