namespace WeComRobot.Messages.Cards;

/// <summary>The colours of a card's source (service.md#card-source).</summary>
public enum CardColor
{
    /// <summary>灰色, the default.</summary>
    Gray = 0,

    /// <summary>黑色.</summary>
    Black = 1,

    /// <summary>红色.</summary>
    Red = 2,

    /// <summary>绿色.</summary>
    Green = 3,
}
