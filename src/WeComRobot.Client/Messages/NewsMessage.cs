using System.Collections.Generic;
using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype news (service.md#news).</summary>
public sealed record NewsMessage() : Message("news")
{
    /// <summary>The most articles of one message.</summary>
    public const int MaxArticles = 8;

    /// <summary>The articles. Required.</summary>
    [JsonPropertyName("news")]
    public NewsBody? News { get; init; }

    internal override void Check(RecordCheck check)
    {
        if (check.Body(nameof(News), News) is { } body)
        {
            body.Count(nameof(NewsBody.Articles), News!.Articles, 1, MaxArticles);
            body.Each(nameof(NewsBody.Articles), News.Articles);
        }
    }
}

/// <summary>The body of a news message.</summary>
public sealed record NewsBody
{
    /// <summary>1 to 8 articles. Required.</summary>
    [JsonPropertyName("articles")]
    public IReadOnlyList<Article>? Articles { get; init; }
}

/// <summary>One article of a news message.</summary>
public sealed record Article : IChecked
{
    /// <summary>The most UTF-8 bytes of a title; the service cuts off the rest.</summary>
    public const int MaxTitleBytes = 128;

    /// <summary>The most UTF-8 bytes of a description; the service cuts off the rest.</summary>
    public const int MaxDescriptionBytes = 512;

    /// <summary>The title; the service cuts it silently at 128 UTF-8 bytes. Required.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The description; the service cuts it silently at 512 UTF-8 bytes.</summary>
    [JsonPropertyName("description")]
    [Multiline]
    public string? Description { get; init; }

    /// <summary>The URL that a click opens. Required.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The picture's URL, JPG or PNG; good sizes are 1068×455 (large) and 150×150 (small).</summary>
    [JsonPropertyName("picurl")]
    public string? PictureUrl { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        check.Required(nameof(Title), Title);
        check.Required(nameof(Url), Url);
        check.WebAddress(nameof(Url), Url);
        check.CutByService(nameof(Title), Title, MaxTitleBytes);
        check.CutByService(nameof(Description), Description, MaxDescriptionBytes);
    }
}
