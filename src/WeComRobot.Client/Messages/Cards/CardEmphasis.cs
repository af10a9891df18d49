using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>The key figure of a text notice (emphasis_content).</summary>
public sealed record CardEmphasis : CardPart, IChecked
{
    /// <summary>The figure; at most 10 characters are recommended.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>What the figure means; at most 15 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        check.Recommended(nameof(Title), Title, 10);
        check.Recommended(nameof(Description), Description, 15);
    }
}
