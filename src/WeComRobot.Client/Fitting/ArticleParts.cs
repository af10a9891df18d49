using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Puts any number of articles into news messages of at most 8 articles each (service.md#news).</summary>
internal static class ArticleParts
{
    private const string Field = "news.articles";

    /// <summary>Plans the messages for the articles, which keep their order.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="options">With the policy Split, more than 8 articles make several messages; with any other they are refused.</param>
    /// <exception cref="WeComException">ContentTooLong: the articles need more messages than allowed.</exception>
    public static OverflowPlan Plan(IReadOnlyList<Article> articles, OverflowOptions options)
    {
        var whole = CreateMessage(articles);
        var count = (articles.Count + NewsMessage.MaxArticles - 1) / NewsMessage.MaxArticles;
        if (count <= 1 || options.Policy != OverflowPolicy.Split)
        {
            // If this is not one valid message, its own check refuses it
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
            CreateMessage([.. articles.Skip(part * NewsMessage.MaxArticles).Take(NewsMessage.MaxArticles)]))]);
    }

    private static NewsMessage CreateMessage(IReadOnlyList<Article> articles) =>
        (NewsMessage)MessageCleaner.Clean(new NewsMessage { News = new() { Articles = articles } });
}
