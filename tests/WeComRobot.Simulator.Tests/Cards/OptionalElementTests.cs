using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Cards;

/// <summary>Source, emphasis and quote.</summary>
public sealed class OptionalElementTests : SimulatorTest
{
    [Theory]
    [InlineData("source", """{}""", 0)]
    [InlineData("source", """{"icon_url":"https://a.b","desc":"d","desc_color":3}""", 0)]
    [InlineData("source", """{"desc_color":4}""", 40058)]
    [InlineData("source", """{"desc_color":-1}""", 40058)]
    [InlineData("source", """{"desc_color":"0"}""", 40058)]
    [InlineData("source", """{"desc":null}""", 40063)]
    [InlineData("source", "null", 40063)]
    [InlineData("source", "\"企业微信\"", 40058)]
    [InlineData("sub_title_text", "\"s\"", 0)]
    [InlineData("sub_title_text", "5", 40058)]
    [InlineData("main_title", "\"t\"", 40058)]
    [InlineData("emphasis_content", """{"title":"100","desc":"d"}""", 0)]
    [InlineData("emphasis_content", """{"title":100}""", 40058)]
    [InlineData("quote_area", """{"title":"t","quote_text":"q"}""", 0)]
    [InlineData("quote_area", """{"type":1,"url":"https://a.b"}""", 0)]
    [InlineData("quote_area", """{"type":1}""", 42028)]
    [InlineData("quote_area", """{"type":2,"appid":"a"}""", 0)]
    [InlineData("quote_area", """{"type":2}""", 42030)]
    [InlineData("quote_area", """{"type":3}""", 40058)]
    public async Task A_given_element_must_be_valid(string element, string json, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.TextNotice().With(element, json))).ErrCode);

    [Fact]
    public async Task A_refused_value_is_named_by_its_path()
    {
        var answer = await SendAsync(Card.TextNotice().With("jump_list", """[{"title":"t"},{"title":"t","type":9}]"""));
        Assert.StartsWith("invalid param 'template_card.jump_list[1].type', hint", answer.ErrMsg, System.StringComparison.Ordinal);
    }
}
