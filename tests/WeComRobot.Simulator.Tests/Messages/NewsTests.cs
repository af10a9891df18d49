using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>The number of articles, their fields, and which texts are truncated.</summary>
public sealed class NewsTests : SimulatorTest
{
    [Theory]
    [InlineData(0, 44004)]
    [InlineData(1, 0)]
    [InlineData(8, 0)]
    [InlineData(9, 45008)]
    public async Task A_message_has_one_to_eight_articles(int count, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(News([.. Enumerable.Range(0, count).Select(_ => Article())]))).ErrCode);

    [Theory]
    [InlineData("title", 41016)]
    [InlineData("url", 41010)]
    public async Task Every_article_needs_a_title_and_a_url(string field, int errcode)
    {
        await RefusesAsync(errcode, News(Article(), Article(field, null, remove: true)));
        await RefusesAsync(errcode, News(Article(), Article(field, "")));
        await RefusesAsync(errcode, News(Article(), Article(field, null)));
    }

    [Theory]
    [InlineData("description")]
    [InlineData("picurl")]
    public async Task Optional_fields_can_be_missing_but_not_null(string field)
    {
        await AcceptsAsync(News(Article()));
        await AcceptsAsync(News(Article(field, "a")));
        await AcceptsAsync(News(Article(field, "")));
        await RefusesAsync(40063, News(Article(field, null)));
        await RefusesAsync(40058, News(Article(field, 1)));
    }

    [Theory]
    [InlineData("title", 128)]
    [InlineData("description", 512)]
    public async Task Long_texts_are_truncated_at_a_code_point_in_the_display_only(string field, int limit)
    {
        var fits = new string('a', limit - 4) + "😀";
        await AcceptsAsync(News(Article(field, fits)));
        await AcceptsAsync(News(Article(field, "a" + fits)));

        Assert.Equal([fits, "a" + fits[..^2]], Server.Messages.Select(message => (string?)message.Display!["articles"]![0]![field]));
    }

    private static JsonObject Article() => new() { ["title"] = "t", ["url"] = "www.qq.com" };

    private static JsonObject Article(string field, JsonNode? value, bool remove = false)
    {
        var article = Article();
        article[field] = value;
        if (remove)
        {
            article.Remove(field);
        }

        return article;
    }

    private static JsonObject News(params JsonNode[] articles) =>
        new() { ["msgtype"] = "news", ["news"] = new JsonObject { ["articles"] = new JsonArray(articles) } };
}
