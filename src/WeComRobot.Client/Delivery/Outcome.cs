namespace WeComRobot.Delivery;

/// <summary>Everything that follows from one outcome of a call.</summary>
/// <param name="Situation">The outcome, as docs/en-US/about_WeComReliability.md names it.</param>
/// <param name="Cause">The cause of the error; null for a success.</param>
/// <param name="Retry">Whether the call is made again.</param>
internal sealed record Outcome(string Situation, FailureCause? Cause, RetryRule Retry)
{
    public SlotRule Slot { get; init; } = SlotRule.Stamp;

    public PoolRule Pool { get; init; } = PoolRule.Stay;

    public MediaRule Media { get; init; } = MediaRule.Keep;

    /// <summary>Whether the same message can succeed later, so that the outbox keeps it.</summary>
    public bool CanSucceedLater { get; init; } = true;

    /// <summary>Whether the message may have arrived, so that it must not be sent again unless the user asks for it.</summary>
    public bool MayHaveArrived => Retry == RetryRule.AtLeastOnce;
}
