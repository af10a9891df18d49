using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;

namespace WeComRobot.Delivery;

/// <summary>One part of a message failed: which arrived, and the ones that did not, so that they can be sent again.</summary>
public sealed class PartialDeliveryException : WeComException
{
    internal PartialDeliveryException(WeComException failure, IReadOnlyList<Message> parts, int delivered)
        : base(failure.Cause, Describe(failure, parts.Count, delivered), failure.Remedy)
    {
        DeliveredCount = delivered;
        Undelivered = [.. parts.Skip(delivered)];
        IsTimeout = failure.IsTimeout;
        ErrorCode = failure.ErrorCode;
        ServerMessage = failure.ServerMessage;
        Hint = failure.Hint;
        ServerTime = failure.ServerTime;
    }

    /// <summary>How many parts arrived: the first ones.</summary>
    public int DeliveredCount { get; }

    /// <summary>The others, in order; of the first of them it may be unknown whether it arrived.</summary>
    public IReadOnlyList<Message> Undelivered { get; }

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
