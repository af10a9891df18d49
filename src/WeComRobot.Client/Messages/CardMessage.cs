using System.Text.Json.Serialization;
using WeComRobot.Messages.Cards;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype template_card (service.md#template-cards).</summary>
public sealed record CardMessage() : Message("template_card")
{
    /// <summary>The card. Required.</summary>
    [JsonPropertyName("template_card")]
    public Card? Card { get; init; }

    internal override void Check(RecordCheck check)
    {
        if (check.Required(nameof(Card), Card))
        {
            CardRules.Check(check.Within(nameof(Card), Card!), Card!);
        }
    }
}
