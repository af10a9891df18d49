namespace WeComRobot.Messages.Cards;

/// <summary>A part of a card: from the pipeline, each finds its place by its type.</summary>
public abstract record CardPart;
