using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>"图文消息，一个图文消息支持1到8条图文": more articles go as several messages.</summary>
public sealed class ArticlePartsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(9, 8, 1)]
    [InlineData(16, 8, 8)]
    [InlineData(17, 8, 8, 1)]
    [InlineData(80, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8)]
    public void All_articles_are_sent_in_order(int count, params int[] sizes)
    {
        var messages = ArticleParts.Plan(Articles(count), new()).Messages.Cast<NewsMessage>().Select(message => message.News!.Articles!).ToArray();
        Assert.Equal(sizes, messages.Select(articles => articles.Count));
        Assert.Equal(Articles(count), messages.SelectMany(articles => articles));
    }

    [Theory]
    [InlineData(81, 10, 11)]
    [InlineData(9, 1, 2)]
    [InlineData(17, 2, 3)]
    public void Too_many_messages_are_an_error_that_has_the_numbers(int count, int maxPart, int parts)
    {
        var error = Assert.Throws<InvalidMessageException>(() => ArticleParts.Plan(Articles(count), new() { MaxPart = maxPart }));
        Assert.Equal(FailureCause.ContentTooLong, error.Cause);
        Assert.Contains($"has {count} articles and makes {parts} messages of at most 8; MaxPart allows {maxPart}.", error.Message);
        Assert.Contains("MaxPart", error.Remedy);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void With_the_policy_Error_all_articles_are_in_one_message_for_its_own_check(int count) =>
        Assert.Equal(count, ((NewsMessage)Assert.Single(ArticleParts.Plan(Articles(count), new() { Policy = OverflowPolicy.Error }).Messages)).News!.Articles!.Count);

    private static Article[] Articles(int count) => [.. Enumerable.Range(1, count).Select(i => new Article { Title = $"{i}", Url = "https://example.com" })];
}
