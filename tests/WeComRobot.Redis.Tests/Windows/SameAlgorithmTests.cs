using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>The scripts and <see cref="WindowState"/> are one algorithm in two languages: random steps have the same results in both.</summary>
public sealed class SameAlgorithmTests
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2); // a busy machine takes its time between two steps

    [RedisFact]
    public async Task Random_steps_wait_as_long_in_Redis_as_in_memory()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            using var redis = await RedisServer.StartAsync();
            using var fleet = new Member(redis.EndPoint + Member.Patient);
            var time = new VirtualTime();
            var memory = new MemoryWindowStore(new(time));
            var random = new Random(seed);
            var limit = new RateLimit(random.Next(1, 6), TimeSpan.FromMinutes(random.Next(1, 30)));
            var posting = new Queue<long>();
            for (var step = 0; step < 60; step++)
            {
                var passed = limit.Window * random.NextDouble() / 2;
                time.Advance(passed);
                await redis.PassAsync(passed);
                var place = $"seed {seed}, step {step}";
                Take(posting.Count == 0 ? 9 : random.Next(10), step);

                var (usage, expected) = (fleet.GetUsage(limit), memory.GetUsage(new(limit, limit)));
                AssertAlike(expected.Wait, usage.Wait, place);
                Assert.True(expected.Used == usage.Used, $"{place}: {expected.Used} in memory, {usage.Used} in Redis");

                void Take(int kind, long slot)
                {
                    switch (kind)
                    {
                        case 0:
                            fleet.Window.Close();
                            memory.Close();
                            break;
                        case 1:
                            fleet.Window.Release(posting.Peek());
                            memory.Release(posting.Dequeue());
                            break;
                        case 2 or 3 or 4:
                            fleet.Stamp(posting.Peek(), limit);
                            memory.Stamp(posting.Dequeue(), new(limit, limit));
                            break;
                        default:
                            var wait = memory.TryReserve(slot, Member.Lease, new(limit, limit));
                            AssertAlike(wait, fleet.TryReserve(slot, limit), place);
                            if (wait == TimeSpan.Zero)
                            {
                                posting.Enqueue(slot);
                            }

                            break;
                    }
                }
            }
        }
    }

    private static void AssertAlike(TimeSpan memory, TimeSpan redis, string place) =>
        Assert.True(
            (memory - redis).Duration() < Tolerance && memory == TimeSpan.Zero == (redis == TimeSpan.Zero), $"{place}: {memory} in memory, {redis} in Redis");
}
