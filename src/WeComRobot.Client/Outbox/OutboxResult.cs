using System.Collections.Generic;
using WeComRobot.Delivery;

namespace WeComRobot.Outbox;

/// <summary>What became of a message that the outbox stands behind.</summary>
/// <param name="Receipts">The parts that were delivered.</param>
/// <param name="Failure">Why the others are in the outbox now; null where all were delivered.</param>
/// <param name="State">What is known of them; null where there are none.</param>
/// <param name="FirstKept">The id of the first of them.</param>
public sealed record OutboxResult(IReadOnlyList<Receipt> Receipts, WeComException? Failure, OutboxState? State, string? FirstKept);
