using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>What a click on the card opens (card_action). Its type is required and must be 1 or 2.</summary>
public sealed record CardAction : CardJump, IChecked
{
    void IChecked.Check(RecordCheck check)
    {
        check.Required(nameof(Type), Type);
        CheckJump(check, firstType: ToUrl);
    }
}
