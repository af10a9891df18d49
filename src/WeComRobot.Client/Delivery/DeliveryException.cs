using System.Collections.Generic;
using WeComRobot.Messages;

namespace WeComRobot.Delivery;

/// <summary>A message was not delivered, or may not have been.</summary>
public class DeliveryException : WeComException
{
    internal DeliveryException(CallException failure, IReadOnlyList<Message> undelivered, string? what = null)
        : base(failure, what ?? failure.What)
    {
        Outcome = failure.Outcome;
        Undelivered = undelivered;
    }

    /// <summary>The messages that can be sent again, in order. The first of them may have arrived.</summary>
    public IReadOnlyList<Message> Undelivered { get; }

    internal Outcome Outcome { get; }
}
