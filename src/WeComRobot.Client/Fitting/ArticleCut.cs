using WeComRobot.Messages;
using WeComRobot.Text;

namespace WeComRobot.Fitting;

/// <summary>Cuts an article as the service would, but before it is sent, so that the sender can see the result (service.md#news).</summary>
internal static class ArticleCut
{
    /// <summary>Cleans the article and cuts its title to 128 and its description to 512 UTF-8 bytes, between characters.</summary>
    public static Article Fit(Article article) => Cut(MessageCleaner.Clean(article));

    private static Article Cut(Article article) => article with
    {
        Title = Cut(article.Title, Article.MaxTitleBytes),
        Description = Cut(article.Description, Article.MaxDescriptionBytes),
    };

    private static string? Cut(string? text, int maxBytes) => text?.Substring(0, TextElements.Fit(text, 0, maxBytes));
}
