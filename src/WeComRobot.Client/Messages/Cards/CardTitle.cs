using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>The main title of a card (main_title).</summary>
public sealed record CardTitle : IChecked
{
    /// <summary>The title; at most 26 characters are recommended. Required, unless the card is a text_notice with a subtitle.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The text below the title; at most 30 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    [Multiline]
    public string? Description { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        check.Recommended(nameof(Title), Title, 26);
        check.Recommended(nameof(Description), Description, 30);
    }
}
