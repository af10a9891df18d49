namespace WeComRobot.Delivery;

/// <summary>Writes down, before it happens, what becomes of the parts of a message, so that a crash leaves no doubt about the others.</summary>
internal interface IDeliveryJournal
{
    /// <summary>From now on the part may have arrived.</summary>
    void Posting(int part);

    /// <summary>The part did not arrive for sure.</summary>
    void NotDelivered(int part);

    /// <summary>The part arrived.</summary>
    void Delivered(int part);
}
