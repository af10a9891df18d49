using System;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Compat;

/// <summary>Timers on a given clock: .NET 8 has them, net472 gets them from a package under other names.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Waits on the given clock, so that tests can control the time.</summary>
    public static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        time.Delay(delay, cancellationToken);
#else
        Task.Delay(delay, time, cancellationToken);
#endif

    /// <summary>A source that cancels itself after <paramref name="delay"/> on the given clock.</summary>
    public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
#if NETFRAMEWORK
        time.CreateCancellationTokenSource(delay);
#else
        new(delay, time);
#endif
}
