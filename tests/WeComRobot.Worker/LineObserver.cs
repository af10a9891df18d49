using System;
using WeComRobot.Delivery;

namespace WeComRobot.Worker;

/// <summary>Says when a post begins and when a message is delivered. Lines are whole: whoever is killed has said what it said.</summary>
internal sealed class LineObserver : IProgress<DeliveryEvent>
{
    public void Report(DeliveryEvent value)
    {
        var line = value switch
        {
            DeliveryEvent.Posting => "posting",
            DeliveryEvent.Delivered => "delivered",
            DeliveryEvent.Warning warning => "warning " + warning.Text,
            _ => null,
        };
        if (line is not null)
        {
            Console.WriteLine(line);
        }
    }
}
