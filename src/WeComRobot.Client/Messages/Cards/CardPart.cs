namespace WeComRobot.Messages.Cards;

/// <summary>A part of a card. Its type says where in the card it belongs, so that parts can come in any order.</summary>
public abstract record CardPart;
