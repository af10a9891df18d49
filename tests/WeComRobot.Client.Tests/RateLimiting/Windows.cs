using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>Rate windows for tests.</summary>
internal static class Windows
{
    /// <summary>The longest that a post of these tests takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>The window of one robot in one process, with its state in a file.</summary>
    public static RateWindow InFile(string folder, RateLimit limit, TimeProvider time, string machine = "here")
    {
        var clock = new WindowClock(time, machine);
        return new(new FileWindowStore(folder, "key", clock), () => limit, clock);
    }

    /// <summary>Waits for a slot as long as it takes.</summary>
    /// <returns>The slot; its Waited tells how long.</returns>
    public static async Task<Reservation> ReserveAsync(this RateWindow window, VirtualTime time)
    {
        var reserving = window.ReserveAsync(Lease, _ => { }, CancellationToken.None);
        await time.RunAsync([reserving], () => true);
        return await reserving;
    }

    public static RateWindow InMemory(RateLimit limit, TimeProvider time) => new(new MemoryWindowStore(new(time)), () => limit, new(time));
}
