using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;

namespace WeComRobot.Delivery;

/// <summary>Decides whether a call is retried, and how long to wait before that (architecture.md#retries).</summary>
/// <param name="options">How often to retry, and whether a second delivery is better than none.</param>
/// <param name="showsDuplicates">Whether members would see a second delivery: of a message, but not of an upload.</param>
/// <param name="time">The clock.</param>
internal sealed class RetrySchedule(DeliveryOptions options, bool showsDuplicates, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // If the service asks for a longer wait, the error says when to come back
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);

    private static readonly Random Jitter = new();

    private CallException? _unknown;

    /// <summary>How many tries were made, including the current one.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Whether the message of an earlier try may have arrived.</summary>
    public bool MayHaveArrived => _unknown is not null;

    /// <summary>Waits until the call may be made again.</summary>
    /// <param name="failure">Why the last try failed.</param>
    /// <param name="minWait">The shortest wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="CallException">There is no other try. If the message may have arrived, the error says so.</exception>
    public async Task WaitForNextAsync(CallException failure, TimeSpan minWait, CancellationToken cancellationToken)
    {
        _unknown ??= failure.Outcome.MayHaveArrived && showsDuplicates ? failure : null;
        if (Count > options.MaxRetry || !MayTryAgain(failure))
        {
            throw (_unknown ?? failure).WithTries(Count);
        }

        var wait = new[] { GetBackoff(Count), failure.RetryAfter ?? TimeSpan.Zero, minWait }.Max();
        Count++;
        options.Observer?.Report(new DeliveryEvent.TryingAgain(wait, Strings.TryAgain.With(failure.What, Count, options.MaxRetry + 1, wait.TotalSeconds)));
        await time.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
    }

    private bool MayTryAgain(CallException failure) => failure.Outcome.Retry switch
    {
        RetryRule.Later => failure.RetryAfter is null || failure.RetryAfter <= LongestRetryAfter,
        RetryRule.AtLeastOnce => options.AtLeastOnce || !showsDuplicates,
        _ => false,
    };

    /// <summary>1, 2, 4 s and so on up to a minute. Half of each is random, so that many who failed together do not come back together.</summary>
    private static TimeSpan GetBackoff(int tries)
    {
        var whole = Math.Min(FirstWait.TotalSeconds * Math.Pow(2, tries - 1), LongestWait.TotalSeconds);
        lock (Jitter)
        {
            return TimeSpan.FromSeconds(whole * (0.5 + (0.5 * Jitter.NextDouble())));
        }
    }
}
