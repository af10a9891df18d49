using System;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Limits;

/// <summary>The rate window of one key: one post in flight, first come first served (DESIGN, decision 6).</summary>
internal sealed class RateWindow(RateLimit limit, TimeProvider time)
{
    private readonly FairLock _turn = new();
    private readonly WindowState _state = new(limit);
    private readonly long _origin = time.GetTimestamp();

    /// <summary>Monotonic, so that a step of the clock neither opens nor shuts the window.</summary>
    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Waits for its turn and for a free slot.</summary>
    /// <param name="waiting">Is told of each wait: how long the window stays shut, or infinite for the turn in the queue.</param>
    /// <param name="cancellationToken">Gives the place in the queue up.</param>
    public async Task<Reservation> ReserveAsync(Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        var asked = Now;
        var turn = _turn.EnterAsync(cancellationToken);
        var waited = !turn.IsCompleted;
        if (waited)
        {
            waiting(Timeout.InfiniteTimeSpan);
        }

        await turn.ConfigureAwait(false);
        try
        {
            var waitedForSlot = await WaitForSlotAsync(waiting, cancellationToken).ConfigureAwait(false);
            return new Reservation(this, waited ? Now - asked : waitedForSlot);
        }
        catch
        {
            _turn.Leave();
            throw;
        }
    }

    /// <summary>From now on, another limit.</summary>
    public void SetLimit(RateLimit limit) => _state.SetLimit(limit);

    /// <summary>The service answered 45009: shut for everybody who shares the window.</summary>
    public void Close() => _state.Close(Now);

    private async Task<TimeSpan> WaitForSlotAsync(Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        var asked = Now;
        var waited = false;
        while (_state.NextFree - Now is { Ticks: > 0 } wait)
        {
            waited = true;
            waiting(wait);
            await time.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        return waited ? Now - asked : TimeSpan.Zero;
    }

    /// <summary>A slot in the window, and the turn that it came with. Disposing stamps the slot, for a post may have arrived whatever happened.</summary>
    internal sealed class Reservation(RateWindow window, TimeSpan waited) : IDisposable
    {
        private bool _holdsSlot = true;

        /// <summary>How long turn and slot were waited for.</summary>
        public TimeSpan Waited { get; private set; } = waited;

        /// <summary>Nothing was sent: the slot is free again.</summary>
        public void Release() => _holdsSlot = false;

        /// <summary>Waits for another slot in the same turn, so that no other message lands between.</summary>
        public async Task NextAsync(Action<TimeSpan> waiting, CancellationToken cancellationToken)
        {
            Stamp();
            Waited = await window.WaitForSlotAsync(waiting, cancellationToken).ConfigureAwait(false);
            _holdsSlot = true;
        }

        public void Dispose()
        {
            Stamp();
            window._turn.Leave();
        }

        private void Stamp()
        {
            if (_holdsSlot)
            {
                window._state.Stamp(window.Now);
                _holdsSlot = false;
            }
        }
    }
}
