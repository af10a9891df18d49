using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A title with text below it, in a news notice (vertical_content_list).</summary>
public sealed record CardSection : CardPart, IChecked
{
    /// <summary>The title; at most 26 characters are recommended. Required.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The text; at most 112 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    [Multiline]
    public string? Description { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        check.Required(nameof(Title), Title);
        check.Recommended(nameof(Title), Title, 26);
        check.Recommended(nameof(Description), Description, 112);
    }
}
