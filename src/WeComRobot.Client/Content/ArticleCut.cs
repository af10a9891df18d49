using WeComRobot.Messages;

namespace WeComRobot.Content;

/// <summary>Cuts an article as the service would, but where the sender can see it (group-robot-api.md, 图文类型).</summary>
public static class ArticleCut
{
    /// <summary>The article with its title within 128 and its description within 512 UTF-8 bytes.</summary>
    public static Article Fit(Article article) => article with
    {
        Title = article.Title is null ? null : Utf8Cut.At(article.Title, Article.MaxTitleBytes),
        Description = article.Description is null ? null : Utf8Cut.At(article.Description, Article.MaxDescriptionBytes),
    };
}
