using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>The picture of a news notice (card_image).</summary>
public sealed record CardImage : CardPart, IChecked
{
    /// <summary>The smallest aspect ratio; both ends are taken as valid (service.md#aspect-ratio).</summary>
    public const decimal MinAspectRatio = 1.3m;

    /// <summary>The largest aspect ratio.</summary>
    public const decimal MaxAspectRatio = 2.25m;

    /// <summary>The picture's URL. Required.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>Width divided by height, 1.3 to 2.25; the service uses 1.3 if it is absent.</summary>
    [JsonPropertyName("aspect_ratio")]
    public decimal? AspectRatio { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        check.Required(nameof(Url), Url);
        check.InRange(nameof(AspectRatio), AspectRatio, MinAspectRatio, MaxAspectRatio);
    }
}
