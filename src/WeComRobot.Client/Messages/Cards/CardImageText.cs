using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A picture with text at its right, in a news notice (image_text_area).</summary>
public sealed record CardImageText : CardJump, IChecked
{
    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The text below the title.</summary>
    [JsonPropertyName("desc")]
    [Multiline]
    public string? Description { get; init; }

    /// <summary>The picture's URL. Required.</summary>
    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        CheckJump(check, firstType: 0);
        check.Required(nameof(ImageUrl), ImageUrl);
    }
}
