using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;

namespace WeComRobot.RateLimiting;

/// <summary>A slot in a window, and the turn in which it was taken. Disposing it stamps the slot, because a post may have arrived.</summary>
/// <param name="window">The window.</param>
/// <param name="turn">The turn, which is already entered.</param>
/// <param name="lease">The longest that a post can take: after that, the slot of a process that died is free again.</param>
internal sealed class Reservation(SharedWindow window, FairLock turn, TimeSpan lease) : IDisposable
{
    // Counted from a random number, so that they are unique among all processes
    private static long _lastSlot = BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0);

    private long? _slot;

    /// <summary>The wait for the turn and the slot.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Takes a slot if one is free and returns zero; otherwise returns the time until one is.</summary>
    public TimeSpan TryTake()
    {
        var slot = Interlocked.Increment(ref _lastSlot);
        var wait = window.TryReserve(slot, lease);
        _slot = wait == TimeSpan.Zero ? slot : null;
        return wait;
    }

    /// <summary>Waits for a slot and takes it.</summary>
    public Task TakeAsync(Action<TimeSpan> reportWait, CancellationToken cancellationToken)
    {
        Waited = TimeSpan.Zero;
        return TryTake() is { Ticks: > 0 } wait ? WaitAndTakeAsync(wait, reportWait, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Stamps the slot and waits for another in the same turn, so that no other message comes between.</summary>
    public Task RenewAsync(Action<TimeSpan> reportWait, CancellationToken cancellationToken)
    {
        Stamp();
        return TakeAsync(reportWait, cancellationToken);
    }

    /// <summary>Nothing was sent: the slot is free again.</summary>
    public void Release() => End(window.Release);

    /// <summary>Sets <see cref="Waited"/> to the time since the slot was asked for.</summary>
    public void SetWaitedSince(long asked) => Waited = window.Clock.Time.GetElapsedTime(asked);

    public void Dispose()
    {
        Stamp();
        turn.Leave();
    }

    /// <summary>The post is over: its message may have arrived up to now.</summary>
    public void Stamp() => End(window.Stamp);

    private async Task WaitAndTakeAsync(TimeSpan wait, Action<TimeSpan> reportWait, CancellationToken cancellationToken)
    {
        var time = window.Clock.Time;
        var asked = time.GetTimestamp();
        for (var reported = TimeSpan.Zero; wait > TimeSpan.Zero; wait = TryTake())
        {
            // Only a wait that differs from the last one reported is reported
            var end = time.GetElapsedTime(asked) + wait;
            if ((end - reported).Duration() > TimeSpan.FromSeconds(1))
            {
                reported = end;
                reportWait(wait);
            }

            await time.DelayAsync(window.GetPause(wait), cancellationToken).ConfigureAwait(false);
            SetWaitedSince(asked);
        }
    }

    private void End(Action<long> end)
    {
        if (_slot is { } slot)
        {
            _slot = null;
            end(slot);
        }
    }
}
