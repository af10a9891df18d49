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
internal sealed class RateWindow(IWindowStore store, Func<RateLimit> general, WindowClock clock)
{
    // Others may give a slot back before its time
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly FairLock _turn = new();
    private RateLimit? _ofProcess;

    /// <summary>Where the state lives, and why not elsewhere.</summary>
    public IWindowStore Store => store;

    public WindowClock Clock => clock;

    /// <summary>The limit that the robot was registered with; null where with none.</summary>
    public RateLimit? Registered { get; set; }

    /// <summary>Whether a post of this process is on its way.</summary>
    public bool IsBusy => _turn.IsTaken;

    /// <summary>Waits for its turn and for a free slot.</summary>
    /// <param name="lease">The longest that a post can take.</param>
    /// <param name="waiting">Is told of each wait: how long the window stays shut, or infinite for the turn in the queue.</param>
    /// <param name="cancellationToken">Gives the place in the queue up.</param>
    public async Task<Reservation> ReserveAsync(TimeSpan lease, Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        var asked = clock.Time.GetTimestamp();
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

    /// <summary>Its limit, how many slots are in use, and how long until one is free.</summary>
    public (RateLimit Limit, int Used, TimeSpan Wait) Look() => Change((state, limit) =>
        (limit, state.Used(limit, clock.Now), state.Wait(limit, clock.Now)));

    /// <summary>How long to wait before looking again: a state that others share can change before its time.</summary>
    public TimeSpan Pause(TimeSpan wait) =>
        !store.IsInMemory && wait > LookAgain ? LookAgain : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)); // timers count whole ones

    /// <summary>From now on, another limit of this robot.</summary>
    public void SetLimit(RateLimit limit, RateLimitScope scope)
    {
        if (scope == RateLimitScope.Process)
        {
            _ofProcess = limit;
        }
        else
        {
            // A limit that the process has set before must not outlive a later word
            _ofProcess = null;
            Change((state, _) => state.Limit = limit);
        }
    }

    /// <summary>The service answered 45009: shut for everybody who shares the window.</summary>
    public void Close() => Change((state, _) => state.Closed = clock.Now);

    /// <summary>Changes the state under the limit that counts.</summary>
    public T Change<T>(Func<WindowState, RateLimit, T> change)
    {
        // Found before the state is held, for it may stand in another file
        var ofAll = general();
        return store.Change(state => change(state, _ofProcess ?? Registered ?? state.Limit ?? ofAll));
    }
}
