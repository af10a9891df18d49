using WeComRobot.Delivery;

namespace WeComRobot.Alerts;

/// <summary>Records each step of a delivery before it happens. A file that goes with the message does not count.</summary>
/// <param name="context">The call.</param>
/// <param name="steps">What becomes known.</param>
internal sealed class AlertJournal(AlertContext context, AlertSteps steps) : IDeliveryJournal
{
    /// <summary>Whether the message has arrived, or may have.</summary>
    public bool MayHaveArrived { get; private set; }

    /// <summary>Whether the message has arrived, whatever becomes of its file.</summary>
    public bool HasArrived { get; private set; }

    public void Posting(int part)
    {
        if (part == 0)
        {
            context.Change(steps.Posting);
            MayHaveArrived = true;
        }
    }

    public void NotDelivered(int part)
    {
        if (part == 0)
        {
            context.Change(steps.NotDelivered);
            MayHaveArrived = false;
        }
    }

    public void Delivered(int part)
    {
        if (part == 0)
        {
            context.Change(steps.Delivered);
            HasArrived = true;
        }
    }
}
