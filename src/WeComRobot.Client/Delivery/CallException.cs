using System;

namespace WeComRobot.Delivery;

/// <summary>A call to the service that did not succeed, with its row of the outcome table.</summary>
internal class CallException : WeComException
{
    public CallException(Outcome outcome, string what, string? remedy)
        : base(outcome.Cause!.Value, what, remedy) => Outcome = outcome;

    private protected CallException(CallException failure, string what)
        : base(failure, what)
    {
        Outcome = failure.Outcome;
        RetryAfter = failure.RetryAfter;
    }

    public Outcome Outcome { get; }

    /// <summary>How long the service asks to wait before the next call; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same failure, with the number of tries in its text.</summary>
    public CallException WithTries(int tries) => tries == 1 ? this : new(this, Strings.TriedTimes.With(What, tries));
}
