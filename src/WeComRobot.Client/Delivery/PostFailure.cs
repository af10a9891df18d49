using System;

namespace WeComRobot.Delivery;

/// <summary>One post that brought no delivery, and what the verdict table says of it.</summary>
internal sealed class PostFailure : WeComException
{
    public PostFailure(VerdictRow row, string what, string? remedy)
        : base(row.Cause!.Value, what, remedy) => Row = row;

    private PostFailure(PostFailure failure, string what)
        : base(failure, what) => Row = failure.Row;

    public VerdictRow Row { get; }

    /// <summary>When the service wants to be asked again; null where it does not say so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same, after so many posts.</summary>
    public PostFailure After(int attempts) =>
        attempts == 1 ? this : new(this, Strings.TriedTimes.With(What, attempts)) { RetryAfter = RetryAfter };
}
