using System.Collections.Generic;
using WeComRobot.Delivery;

namespace WeComRobot.Outbox;

/// <summary>The result of sending a message with the outbox.</summary>
/// <param name="Receipts">The parts that were delivered.</param>
/// <param name="Failure">Why the others are in the outbox now; null if all were delivered.</param>
/// <param name="State">The state of those in the outbox; null if there are none.</param>
/// <param name="FirstKept">The id of the first part in the outbox; null if there is none.</param>
public sealed record OutboxResult(IReadOnlyList<Receipt> Receipts, WeComException? Failure, OutboxState? State, string? FirstKept)
{
    /// <summary>Whether it is kept on this machine because the fleet's outbox could not be used: then no other machine sees it.</summary>
    public bool IsOnThisMachineOnly { get; init; }
}
