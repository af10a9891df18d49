using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>Where a card comes from (source).</summary>
public sealed record CardSource : CardPart, IChecked
{
    /// <summary>The icon's URL.</summary>
    [JsonPropertyName("icon_url")]
    public string? IconUrl { get; init; }

    /// <summary>The source's name; at most 13 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    /// <summary>The name's colour; the service uses grey if it is absent.</summary>
    [JsonPropertyName("desc_color")]
    public CardColor? Color { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        check.Recommended(nameof(Description), Description, 13);
        check.InRange(nameof(Color), (int?)Color, (int)CardColor.Gray, (int)CardColor.Green);
    }
}
