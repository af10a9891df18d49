using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;

namespace WeComRobot.Delivery;

/// <summary>The tries of one call: whether there is another, and the wait before it (architecture.md#retries).</summary>
/// <param name="options">How often, and whether a second delivery is better than none.</param>
/// <param name="showsTwice">Whether members would see a second delivery: of a message, but not of an upload.</param>
/// <param name="time">The clock.</param>
internal sealed class RetrySchedule(DeliveryOptions options, bool showsTwice, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // If the service asks for more, the error says when to come back
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);

    private static readonly Random Jitter = new();

    private CallFailure? _unknown;

    /// <summary>How many tries were made, this one included.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Whether one of the tries may have arrived.</summary>
    public bool MayHaveArrived => _unknown is not null;

    /// <summary>Waits until the call may be made again.</summary>
    /// <param name="failure">Why the last try failed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="atLeast">The least wait.</param>
    /// <exception cref="CallFailure">There is no other try. If a message may have arrived, that is what the error says.</exception>
    public async Task NextAsync(CallFailure failure, CancellationToken cancellationToken, TimeSpan atLeast = default)
    {
        _unknown ??= failure.Outcome.MayHaveArrived && showsTwice ? failure : null;
        if (Count > options.MaxRetry || !MayTryAgain(failure))
        {
            throw (_unknown ?? failure).After(Count);
        }

        var wait = new[] { WaitAfter(Count), failure.RetryAfter ?? TimeSpan.Zero, atLeast }.Max();
        Count++;
        options.Observer?.Report(new DeliveryEvent.TryingAgain(wait, Strings.TryAgain.With(failure.What, Count, options.MaxRetry + 1, wait.TotalSeconds)));
        await time.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
    }

    private bool MayTryAgain(CallFailure failure) => failure.Outcome.Retry switch
    {
        RetryRule.Later => failure.RetryAfter is null || failure.RetryAfter <= LongestRetryAfter,
        RetryRule.AtLeastOnce => options.AtLeastOnce || !showsTwice,
        _ => false,
    };

    /// <summary>1, 2, 4 s and so on up to a minute. Half of each is random, so that many who failed together do not come back together.</summary>
    private static TimeSpan WaitAfter(int tries)
    {
        var whole = Math.Min(FirstWait.TotalSeconds * Math.Pow(2, tries - 1), LongestWait.TotalSeconds);
        lock (Jitter)
        {
            return TimeSpan.FromSeconds(whole * (0.5 + (0.5 * Jitter.NextDouble())));
        }
    }
}
