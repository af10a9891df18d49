namespace WeComRobot.Delivery;

/// <summary>Records what happens to each part of a message before it happens, so that after a crash it is known which part is in doubt.</summary>
internal interface IDeliveryJournal
{
    /// <summary>The part is about to be posted: from now on it may have arrived.</summary>
    void Posting(int part);

    /// <summary>The part certainly did not arrive.</summary>
    void NotDelivered(int part);

    /// <summary>The part arrived.</summary>
    void Delivered(int part);
}
