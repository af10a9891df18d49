using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A link at the foot of a card (jump_list).</summary>
public sealed record CardLink : CardJump, IChecked
{
    /// <summary>The link's text; at most 13 characters are recommended. Required.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    void IChecked.Check(RecordCheck check)
    {
        CheckJump(check, firstType: 0);
        check.Required(nameof(Title), Title);
        check.Recommended(nameof(Title), Title, 13);
    }
}
