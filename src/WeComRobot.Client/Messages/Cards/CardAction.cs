using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>Where a click on the card leads (card_action): the type is required, 1 or 2.</summary>
public sealed record CardAction : CardJump
{
    internal void Check(Findings findings, string field)
    {
        findings.Required(field + ".type", (object?)Type);
        CheckJump(findings, field, firstType: ToUrl);
    }
}
