using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;

namespace WeComRobot.Delivery;

/// <summary>
/// A part of a message was not delivered, or may not have been. The error says which parts arrived, and has the others, so that they can
/// be sent again.
/// </summary>
public sealed class PartialDeliveryException : DeliveryException
{
    internal PartialDeliveryException(CallException failure, IReadOnlyList<Message> parts, int delivered)
        : base(failure, [.. parts.Skip(delivered)], Describe(failure, parts.Count, delivered)) => DeliveredCount = delivered;

    /// <summary>How many parts arrived. They are the first ones.</summary>
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
