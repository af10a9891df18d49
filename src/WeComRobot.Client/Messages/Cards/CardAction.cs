using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>Where a click on the card leads (card_action): the type is required, 1 or 2.</summary>
public sealed record CardAction : CardJump, IChecked
{
    void IChecked.Check(RecordCheck check)
    {
        check.Required(nameof(Type), Type);
        CheckJump(check, firstType: ToUrl);
    }
}
