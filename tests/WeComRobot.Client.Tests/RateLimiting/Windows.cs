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
        // Away from xunit's context, so that what a timer releases has run on when the timer has fired
        return await Task.Run(() =>
        {
            var reserving = window.ReserveAsync(Lease, _ => { }, CancellationToken.None);
            while (!reserving.IsCompleted)
            {
                if (time.ActiveTimers > 0)
                {
                    time.AdvanceToNextTimer();
                }
            }

            return reserving;
        });
    }

    public static RateWindow InMemory(RateLimit limit, TimeProvider time) => new(new MemoryWindowStore(), () => limit, new(time));
}
