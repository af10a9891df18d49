using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A link at the foot of a card (jump_list).</summary>
public sealed record CardLink : CardJump
{
    /// <summary>The link's text; at most 13 characters are recommended. Required.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    internal void Check(Findings findings, string field)
    {
        CheckJump(findings, field, firstType: 0);
        findings.Required(field + ".title", Title);
        findings.Recommended(field + ".title", Title, 13);
    }
}
