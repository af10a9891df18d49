namespace WeComRobot.Delivery;

/// <summary>Records each step in two journals. If the process dies in between, the first knows more.</summary>
/// <param name="first">The first.</param>
/// <param name="second">The second.</param>
internal sealed class JournalPair(IDeliveryJournal first, IDeliveryJournal second) : IDeliveryJournal
{
    public void Posting(int part)
    {
        first.Posting(part);
        second.Posting(part);
    }

    public void NotDelivered(int part)
    {
        first.NotDelivered(part);
        second.NotDelivered(part);
    }

    public void Delivered(int part)
    {
        first.Delivered(part);
        second.Delivered(part);
    }
}
