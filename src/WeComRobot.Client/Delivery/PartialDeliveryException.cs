using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;

namespace WeComRobot.Delivery;

/// <summary>One part of a message failed: which arrived, and the ones that did not, so that they can be sent again.</summary>
public sealed class PartialDeliveryException : DeliveryException
{
    internal PartialDeliveryException(CallFailure failure, IReadOnlyList<Message> parts, int delivered)
        : base(failure, [.. parts.Skip(delivered)], Describe(failure, parts.Count, delivered)) => DeliveredCount = delivered;

    /// <summary>How many parts arrived: the first ones.</summary>
    public int DeliveredCount { get; }

    private static string Describe(WeComException failure, int count, int delivered)
    {
        var arrived = delivered switch
        {
            0 => Strings.NoPartArrived,
            1 => Strings.FirstPartArrived,
            _ => Strings.PartsArrived.With(delivered),
        };
        return Strings.PartFailed.With(delivered + 1, count, arrived, failure.What);
    }
}
