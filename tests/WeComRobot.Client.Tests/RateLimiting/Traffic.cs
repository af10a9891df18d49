using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>
/// Senders that share one window, on virtual time: each thinks, reserves, and posts with a random way there and back. The
/// server notes when each post arrives.
/// </summary>
internal sealed class Traffic(RateWindow window, VirtualTime time, Random random, TimeSpan maxLatency, TimeSpan maxThinking)
{
    private readonly List<Post> _posts = [];
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Signal _counted = new();
    private int _thinking;
    private int _inSystem;

    /// <summary>The posts as they arrived at the server.</summary>
    public IReadOnlyList<Post> Posts => _posts;

    /// <summary>Time moves only when everybody waits: each thinker on a timer, and the head of the queue on one.</summary>
    public async Task RunAsync(int senders, int messagesEach)
    {
        bool IsIdle() => time.ActiveTimers == Volatile.Read(ref _thinking) + Math.Min(1, Volatile.Read(ref _inSystem));
        var all = Task.WhenAll(Enumerable.Range(0, senders).Select(_ => SendAsync(messagesEach, new Random(random.Next()))));
        await time.RunAsync([all], IsIdle, _counted);
        await all;
    }

    private async Task SendAsync(int messages, Random chance)
    {
        Interlocked.Increment(ref _thinking);
        for (var left = messages; left > 0; left--)
        {
            await Task.Delay(UpTo(maxThinking, chance), time).ConfigureAwait(false);

            // The counters never promise fewer timers than will come, or time would run ahead of a sender
            Interlocked.Increment(ref _inSystem);
            var reserving = window.ReserveAsync(Windows.Lease, _ => { }, CancellationToken.None);
            Interlocked.Decrement(ref _thinking);
            _counted.Raise();
            var slot = await reserving.ConfigureAwait(false);
            await PostAsync(chance).ConfigureAwait(false);
            if (left > 1)
            {
                Interlocked.Increment(ref _thinking);
            }

            slot.Dispose();
            Interlocked.Decrement(ref _inSystem);
            _counted.Raise();
        }
    }

    private async Task PostAsync(Random chance)
    {
        var (there, back) = (UpTo(maxLatency, chance), UpTo(maxLatency, chance));
        await Task.Delay(there, time).ConfigureAwait(false);
        _posts.Add(new(time.GetUtcNow() - _start, there, back));
        await Task.Delay(back, time).ConfigureAwait(false);
    }

    /// <summary>At least a millisecond, for a delay of nothing sets no timer.</summary>
    private static TimeSpan UpTo(TimeSpan max, Random chance) =>
        TimeSpan.FromMilliseconds(1 + Math.Floor(chance.NextDouble() * max.TotalMilliseconds));

    /// <summary>One post: when it arrived, and how long the ways there and back took.</summary>
    public sealed record Post(TimeSpan Arrival, TimeSpan There, TimeSpan Back);
}
