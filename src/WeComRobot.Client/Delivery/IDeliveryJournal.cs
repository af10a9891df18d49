namespace WeComRobot.Delivery;

/// <summary>Writes down what happens to each part of a message, before it happens: after a crash it is known which part is in doubt.</summary>
internal interface IDeliveryJournal
{
    /// <summary>From now on the part may have arrived.</summary>
    void Posting(int part);

    /// <summary>The part surely did not arrive.</summary>
    void NotDelivered(int part);

    /// <summary>The part arrived.</summary>
    void Delivered(int part);
}
