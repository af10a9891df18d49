using System;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.RateLimiting;

/// <summary>
/// The rate window of one key: one post of this process in flight, first come first served; together with all that share its
/// state, no more than the limit (DESIGN, decision 6).
/// </summary>
/// <param name="store">Where the state lives.</param>
/// <param name="general">The limit where nobody has set one for this robot.</param>
/// <param name="clock">The clock.</param>
internal sealed class RateWindow(IWindowStore store, Func<RateLimit> general, WindowClock clock) : SharedWindow(store, general, clock)
{
    private readonly FairLock _turn = new();

    /// <summary>Whether a post of this process is on its way.</summary>
    public bool IsBusy => _turn.IsTaken;

    /// <summary>Waits for its turn and for a free slot.</summary>
    /// <param name="lease">The longest that a post can take.</param>
    /// <param name="waiting">Is told of each wait: how long the window stays shut, or infinite for the turn in the queue.</param>
    /// <param name="cancellationToken">Gives the place in the queue up.</param>
    public async Task<Reservation> ReserveAsync(TimeSpan lease, Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        var asked = Clock.Time.GetTimestamp();
        var turn = _turn.EnterAsync(cancellationToken);
        var queued = !turn.IsCompleted;
        if (queued)
        {
            waiting(Timeout.InfiniteTimeSpan);
        }

        await turn.ConfigureAwait(false);
        try
        {
            var reservation = new Reservation(this, _turn, lease);
            await reservation.TakeAsync(waiting, cancellationToken).ConfigureAwait(false);
            if (queued)
            {
                reservation.WaitedSince(asked);
            }

            return reservation;
        }
        catch
        {
            _turn.Leave();
            throw;
        }
    }

    /// <summary>When its turn comes, takes a slot if one is free; else null.</summary>
    public async Task<Reservation?> TryReserveAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        await _turn.EnterAsync(cancellationToken).ConfigureAwait(false);
        var reservation = new Reservation(this, _turn, lease);
        if (reservation.Try() == TimeSpan.Zero)
        {
            return reservation;
        }

        _turn.Leave();
        return null;
    }
}
