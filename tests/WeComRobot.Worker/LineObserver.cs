using System;
using WeComRobot.Delivery;

namespace WeComRobot.Worker;

/// <summary>Prints a line when a post begins and when a message is delivered. Each line is written at once, so it survives a kill.</summary>
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
