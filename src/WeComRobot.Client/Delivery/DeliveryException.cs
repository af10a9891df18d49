using System.Collections.Generic;
using WeComRobot.Messages;

namespace WeComRobot.Delivery;

/// <summary>A message was not delivered, or may not have been.</summary>
public class DeliveryException : WeComException
{
    internal DeliveryException(CallFailure failure, IReadOnlyList<Message> undelivered, string? what = null)
        : base(failure, what ?? failure.What)
    {
        Outcome = failure.Outcome;
        Undelivered = undelivered;
    }

    /// <summary>What can be sent again, in its order. The first one may have arrived.</summary>
    public IReadOnlyList<Message> Undelivered { get; }

    internal Outcome Outcome { get; }
}
