using System.Collections.Generic;
using WeComRobot.Delivery;

namespace WeComRobot.Outbox;

/// <summary>What became of a message that was sent with the outbox.</summary>
/// <param name="Receipts">The parts that were delivered.</param>
/// <param name="Failure">Why the others are in the outbox now; null if all were delivered.</param>
/// <param name="State">What is known of them; null if there are none.</param>
/// <param name="FirstKept">The id of the first of them.</param>
public sealed record OutboxResult(IReadOnlyList<Receipt> Receipts, WeComException? Failure, OutboxState? State, string? FirstKept);
