using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using Xunit;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>What the rate window promises for whole schedules of messages (architecture.md#rate-window).</summary>
public sealed class RateWindowTrafficTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task No_server_minute_of_ten_thousand_random_schedules_holds_more_than_20()
    {
        var waited = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), async (seed, _) =>
        {
            var random = new Random(seed);
            var latency = TimeSpan.FromMilliseconds(random.Next(1, 5_000));
            var thinking = TimeSpan.FromMilliseconds(random.Next(1, 10_000));
            var posts = await RunAsync(random, latency, thinking, senders: random.Next(1, 8), messagesEach: random.Next(4, 9));
            var arrivals = posts.Select(p => p.Arrival).ToArray();

            Assert.True(FullestMinute(arrivals) <= 20, $"seed {seed}: {FullestMinute(arrivals)} messages in one minute");
            if (arrivals.Length > 20 && arrivals[20] - arrivals[0] >= Minute)
            {
                Interlocked.Increment(ref waited);
            }
        });

        // The claim would be empty if few schedules ever met the limit
        Assert.True(waited > 3_000, $"only {waited} schedules met the limit");
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(10, 20)]
    public async Task Two_hundred_messages_take_no_more_than_1_02_times_the_least_possible_time(int senders, int messagesEach)
    {
        var posts = await RunAsync(
            new Random(1), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1), senders, messagesEach);

        var leastPossible = LeastPossible(posts);
        Assert.Equal(200, posts.Count);
        Assert.InRange(posts[^1].Arrival - posts[0].Arrival, leastPossible, 1.02 * leastPossible);
    }

    /// <summary>
    /// An all-knowing sender with the same latencies and one post in flight: it knows when each message arrives, and lets
    /// the next arrive the moment that the server would take it.
    /// </summary>
    private static TimeSpan LeastPossible(IReadOnlyList<Traffic.Post> posts)
    {
        var arrivals = new List<TimeSpan>();
        var idle = TimeSpan.Zero;
        foreach (var post in posts)
        {
            var soonest = idle + post.There;
            var allowed = arrivals.Count < 20 ? soonest : arrivals[^20] + Minute;
            arrivals.Add(soonest > allowed ? soonest : allowed);
            idle = arrivals[^1] + post.Back;
        }

        return arrivals[^1] - arrivals[0];
    }

    private static async Task<IReadOnlyList<Traffic.Post>> RunAsync(
        Random random, TimeSpan maxLatency, TimeSpan maxThinking, int senders, int messagesEach)
    {
        var time = new VirtualTime();
        var traffic = new Traffic(Windows.InMemory(RateLimit.Official, time), time, random, maxLatency, maxThinking);
        await traffic.RunAsync(senders, messagesEach);
        return traffic.Posts;
    }

    /// <summary>The most messages that any minute holds, wherever the server lets it begin.</summary>
    private static int FullestMinute(IReadOnlyList<TimeSpan> arrivals) =>
        arrivals.Select((first, i) => arrivals.Skip(i).TakeWhile(a => a - first < Minute).Count()).Max();
}
