using System;

namespace WeComRobot.Delivery;

/// <summary>A call of the service that brought no success, and its row of the outcome table.</summary>
internal class CallFailure : WeComException
{
    public CallFailure(Outcome outcome, string what, string? remedy)
        : base(outcome.Cause!.Value, what, remedy) => Outcome = outcome;

    private protected CallFailure(CallFailure failure, string what)
        : base(failure, what)
    {
        Outcome = failure.Outcome;
        RetryAfter = failure.RetryAfter;
    }

    public Outcome Outcome { get; }

    /// <summary>When the service wants to be asked again; null if it does not say so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same failure, after so many tries.</summary>
    public CallFailure After(int tries) => tries == 1 ? this : new(this, Strings.TriedTimes.With(What, tries));
}
