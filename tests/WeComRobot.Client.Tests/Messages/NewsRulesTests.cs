using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>"一个图文消息支持1到8条图文"; title and url are 必填; the service cuts a long title or description.</summary>
public class NewsRulesTests
{
    private const string FirstArticle = "news.articles[0]";

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void One_to_eight_articles_are_allowed(int count) => Rules.Allow(News(count));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 8)]
    public void No_article_or_nine_are_refused(int count, int limit) => Rules.RefuseSize(News(count), "news.articles", limit, count);

    [Fact]
    public void A_missing_list_counts_as_none() => Rules.RefuseSize(Sample.Edited("news", "news.articles"), "news.articles", 1, 0);

    [Fact]
    public void A_null_in_the_list_is_named_by_its_index() =>
        Rules.Refuse(Sample.Edited("news", "news.articles[0]=null"), FirstArticle);

    [Theory]
    [InlineData("title")]
    [InlineData("url")]
    public void Title_and_url_are_required(string field)
    {
        Rules.Refuse(Sample.Edited("news", $"{FirstArticle}.{field}"), $"{FirstArticle}.{field}");
        Rules.Refuse(Sample.Edited("news", $"{FirstArticle}.{field}=\"\""), $"{FirstArticle}.{field}");
    }

    [Fact]
    public void Description_and_picture_are_optional() =>
        Rules.Allow(Sample.Edited("news", FirstArticle + ".description", FirstArticle + ".picurl"));

    [Theory]
    [InlineData("title", 128, "a")]
    [InlineData("title", 128, "中")]
    [InlineData("title", 128, "🙂")]
    [InlineData("description", 512, "a")]
    [InlineData("description", 512, "中")]
    [InlineData("description", 512, "🙂")]
    public void A_text_that_the_service_would_cut_gives_a_warning(string field, int limit, string unit)
    {
        var full = Rules.TextOfBytes(unit, limit);
        Rules.Allow(Sample.Edited("news", $"{FirstArticle}.{field}=\"{full}\""));
        Rules.Warn(Sample.Edited("news", $"{FirstArticle}.{field}=\"{full}a\""), $"{FirstArticle}.{field}", limit, limit + 1);
    }

    [Fact]
    public void One_error_names_every_broken_rule()
    {
        var message = Sample.Edited("news", """news.articles=[{"title":"a"},{"url":"b"},{"title":"c","url":"d"}]""");
        var error = Assert.Throws<InvalidMessageException>(() => MessageCheck.ThrowIfInvalid(message));
        Assert.Equal(["news.articles[0].url", "news.articles[1].title"], error.Errors.Select(e => e.Field).Order());
        Assert.Contains("news.articles[0].url", error.Message);
        Assert.Contains("news.articles[1].title", error.Message);
    }

    private static NewsMessage News(int count) =>
        new() { News = new() { Articles = [.. Enumerable.Range(1, count).Select(n => new Article { Title = $"第{n}条", Url = "www.qq.com" })] } };
}
