using System;

namespace WeComRobot.Messages.Payloads;

/// <summary>Marks a property that only one type of card has.</summary>
/// <param name="cardType">The card_type.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnlyInAttribute(string cardType) : Attribute
{
    public string CardType => cardType;
}
