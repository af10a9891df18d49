using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>Articles: how many, what each has, what is cut.</summary>
public sealed class NewsTests : SimulatorTest
{
    [Theory]
    [InlineData(0, 44004)]
    [InlineData(1, 0)]
    [InlineData(8, 0)]
    [InlineData(9, 45008)]
    public async Task News_have_one_to_eight_articles(int count, int errcode) =>
        Assert.Equal(errcode, (await SendAsync(News([.. Enumerable.Range(0, count).Select(_ => Article())]))).ErrCode);

    [Theory]
    [InlineData("title", 41016)]
    [InlineData("url", 41010)]
    public async Task Title_and_url_are_demanded_of_every_article(string field, int errcode)
    {
        await RefusesAsync(errcode, News(Article(), Article(field, null, remove: true)));
        await RefusesAsync(errcode, News(Article(), Article(field, "")));
        await RefusesAsync(errcode, News(Article(), Article(field, null)));
    }

    [Theory]
    [InlineData("description")]
    [InlineData("picurl")]
    public async Task What_is_optional_may_be_missing_but_not_null(string field)
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
    public async Task Long_texts_are_cut_at_a_code_point_for_members_and_stay_raw(string field, int limit)
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
