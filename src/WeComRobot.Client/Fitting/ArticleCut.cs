
using WeComRobot.Messages;
using WeComRobot.Text;

namespace WeComRobot.Fitting;

/// <summary>Cuts an article as the service would, but where the sender can see it (group-robot-api.md, 图文类型).</summary>
public static class ArticleCut
{
    /// <summary>The article with its title within 128 and its description within 512 UTF-8 bytes.</summary>
    public static Article Fit(Article article) => Cut(MessageCleaner.Clean(article));

    private static Article Cut(Article article) => article with
    {
        Title = Cut(article.Title, Article.MaxTitleBytes),
        Description = Cut(article.Description, Article.MaxDescriptionBytes),
    };

    private static string? Cut(string? text, int maxBytes) => text?.Substring(0, TextElements.Fit(text, 0, maxBytes));
}
