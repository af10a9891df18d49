using System;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.RateLimiting;

/// <summary>
/// The rate window of one key. This process makes one post at a time, in the order of the calls; all processes that share the state
/// together send no more than the limit (architecture.md#rate-window).
/// </summary>
/// <param name="machine">Where this machine keeps its state.</param>
/// <param name="defaultLimit">Returns the limit that applies unless one is set for this robot.</param>
/// <param name="clock">The clock.</param>
internal sealed class RateWindow(LocalWindowStore machine, Func<RateLimit> defaultLimit, WindowClock clock)
    : SharedWindow(machine, defaultLimit, clock)
{
    private readonly FairLock _turn = new();

    /// <summary>Whether this process is making a post.</summary>
    public bool IsBusy => _turn.IsTaken;

    /// <summary>Waits for a turn and for a free slot.</summary>
    /// <param name="lease">The longest that a post can take.</param>
    /// <param name="reportWait">Called for each wait: how long the window stays closed, or infinite for a turn in the queue.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    public async Task<Reservation> ReserveAsync(TimeSpan lease, Action<TimeSpan> reportWait, CancellationToken cancellationToken)
    {
        var asked = Clock.Time.GetTimestamp();
        var turn = _turn.EnterAsync(cancellationToken);
        var queued = !turn.IsCompleted;
        if (queued)
        {
            reportWait(Timeout.InfiniteTimeSpan);
        }

        await turn.ConfigureAwait(false);
        try
        {
            var reservation = new Reservation(this, _turn, lease);
            await reservation.TakeAsync(reportWait, cancellationToken).ConfigureAwait(false);
            if (queued)
            {
                reservation.SetWaitedSince(asked);
            }

            return reservation;
        }
        catch
        {
            _turn.Leave();
            throw;
        }
    }

    /// <summary>Waits for a turn only, and takes a slot if one is free then; otherwise returns none, and the time until one is.</summary>
    public async Task<(Reservation? Slot, TimeSpan Wait)> TryReserveAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        await _turn.EnterAsync(cancellationToken).ConfigureAwait(false);
        var reservation = new Reservation(this, _turn, lease);
        var wait = reservation.TryTake();
        if (wait == TimeSpan.Zero)
        {
            return (reservation, wait);
        }

        _turn.Leave();
        return (null, wait);
    }
}
