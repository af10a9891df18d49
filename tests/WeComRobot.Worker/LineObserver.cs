using System;
using WeComRobot.Delivery;

namespace WeComRobot.Worker;

/// <summary>Says when a wait or a post begins, and when a message is delivered.</summary>
internal sealed class LineObserver(Steps steps) : IProgress<DeliveryEvent>
{
    public void Report(DeliveryEvent value)
    {
        var line = value switch
        {
            DeliveryEvent.Waiting => "waiting",
            DeliveryEvent.Posting => "posting",
            DeliveryEvent.Delivered => "delivered",
            DeliveryEvent.Warning warning => "warning " + warning.Text,
            _ => null,
        };
        if (line is not null)
        {
            steps.Say(line);
        }
    }
}
