using System;
using WeComRobot.Limits;

namespace WeComRobot.Client.Tests.Limits;

/// <summary>Rate windows for tests.</summary>
internal static class Windows
{
    /// <summary>The longest that a post of these tests takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    public static RateWindow InMemory(RateLimit limit, TimeProvider time) => new(new MemoryWindowStore(), () => limit, new(time));
}
