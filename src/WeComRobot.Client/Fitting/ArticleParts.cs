using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Puts any number of articles into news messages of at most 8 (group-robot-api.md, 图文类型).</summary>
public static class ArticleParts
{
    private const string Field = "news.articles";

    /// <summary>The messages for articles, in their order.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="options">With the policy Split, more than 8 go as several messages; with any other they are refused.</param>
    /// <exception cref="WeComException">ContentTooLong: they make too many messages.</exception>
    public static OverflowPlan Plan(IReadOnlyList<Article> articles, OverflowOptions options)
    {
        var whole = MessageOf(articles);
        var count = (articles.Count + NewsMessage.MaxArticles - 1) / NewsMessage.MaxArticles;
        if (count <= 1 || options.Policy != OverflowPolicy.Split)
        {
            // The check of the message refuses what cannot go as one
            return OverflowPlan.For(whole);
        }

        if (count > options.MaxPart)
        {
            var text = Strings.TooManyArticles.With(Field, articles.Count, count, NewsMessage.MaxArticles, options.MaxPart);
            var finding = new Finding(
                Field, typeof(NewsMessage), nameof(NewsBody.Articles), text, IsError: true, FailureCause.ContentTooLong, options.MaxPart, count);
            throw new InvalidMessageException(whole.MessageType, [finding], Advice.Get(nameof(Strings.AdviseMoreMessages)));
        }

        return new(whole, [.. Enumerable.Range(0, count).Select(part =>
            MessageOf([.. articles.Skip(part * NewsMessage.MaxArticles).Take(NewsMessage.MaxArticles)]))]);
    }

    private static NewsMessage MessageOf(IReadOnlyList<Article> articles) =>
        (NewsMessage)MessageCleaner.Clean(new NewsMessage { News = new() { Articles = articles } });
}
