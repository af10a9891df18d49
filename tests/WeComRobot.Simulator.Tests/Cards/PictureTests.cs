using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Cards;

/// <summary>The pictures of a news_notice.</summary>
public sealed class PictureTests : SimulatorTest
{
    [Fact]
    public async Task A_news_notice_needs_an_image_url()
    {
        await RefusesAsync(42044, Card.NewsNotice().With("card_image", null));
        await RefusesAsync(42044, Card.NewsNotice().With("card_image", "{}"));
        await RefusesAsync(42044, Card.NewsNotice().With("card_image.url", "\"\""));
        await AcceptsAsync(Card.TextNotice());
    }

    [Theory]
    [InlineData("1.29", 40058)]
    [InlineData("1.3", 0)]
    [InlineData("2.25", 0)]
    [InlineData("2.26", 40058)]
    [InlineData("\"1.5\"", 40058)]
    [InlineData("null", 40063)]
    public async Task The_aspect_ratio_is_from_1_3_to_2_25(string ratio, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.NewsNotice().With("card_image.aspect_ratio", ratio))).ErrCode);

    [Theory]
    [InlineData("""{"image_url":"https://a.b"}""", 0)]
    [InlineData("""{"title":"t"}""", 42028)]
    [InlineData("""{"image_url":"https://a.b","type":1,"url":"https://a.b"}""", 0)]
    [InlineData("""{"image_url":"https://a.b","type":1}""", 42028)]
    [InlineData("""{"image_url":"https://a.b","type":2,"appid":"a"}""", 0)]
    [InlineData("""{"image_url":"https://a.b","type":2}""", 42030)]
    [InlineData("""{"image_url":"https://a.b","type":3}""", 40058)]
    public async Task An_image_beside_text_needs_an_image_url(string area, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(Card.NewsNotice().With("image_text_area", area))).ErrCode);
}
