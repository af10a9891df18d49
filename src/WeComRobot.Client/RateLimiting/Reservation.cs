using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;

namespace WeComRobot.RateLimiting;

/// <summary>A slot in a window, and the turn that it came with. Disposing stamps the slot, for a post may have arrived whatever happened.</summary>
/// <param name="window">The window.</param>
/// <param name="turn">The turn, which its holder has.</param>
/// <param name="lease">The longest that a post can take: a slot whose process died comes back after it.</param>
internal sealed class Reservation(SharedWindow window, FairLock turn, TimeSpan lease) : IDisposable
{
    private string? _slot;

    /// <summary>How long turn and slot were waited for.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Takes a slot if one is free; else says how long until one is.</summary>
    public TimeSpan Try()
    {
        var slot = Guid.NewGuid().ToString("N").Substring(0, 12);
        var wait = window.Change((state, limit) =>
        {
            var now = window.Clock.Now;
            var left = state.Wait(limit, now);
            if (left == TimeSpan.Zero)
            {
                state.Reserve(slot, lease, now);
            }

            return left;
        });
        _slot = wait == TimeSpan.Zero ? slot : null;
        return wait;
    }

    /// <summary>Waits until it has a slot.</summary>
    public async Task TakeAsync(Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        var time = window.Clock.Time;
        var asked = time.GetTimestamp();
        var announced = TimeSpan.Zero;
        Waited = TimeSpan.Zero;
        while (Try() is { Ticks: > 0 } wait)
        {
            // A user need not be told again what is going as announced
            var end = time.GetElapsedTime(asked) + wait;
            if ((end - announced).Duration() > TimeSpan.FromSeconds(1))
            {
                announced = end;
                waiting(wait);
            }

            await time.DelayAsync(window.Pause(wait), cancellationToken).ConfigureAwait(false);
            WaitedSince(asked);
        }
    }

    /// <summary>Stamps its slot and waits for another in the same turn, so that no other message lands between.</summary>
    public Task NextAsync(Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        Stamp();
        return TakeAsync(waiting, cancellationToken);
    }

    /// <summary>Nothing was sent: the slot is free again.</summary>
    public void Release() => End((state, _, slot) => state.Release(slot));

    public void WaitedSince(long asked) => Waited = window.Clock.Time.GetElapsedTime(asked);

    public void Dispose()
    {
        Stamp();
        turn.Leave();
    }

    /// <summary>The post is over: its message may have arrived up to now.</summary>
    public void Stamp() => End((state, limit, slot) => state.Stamp(slot, limit, window.Clock.Now));

    private void End(Action<WindowState, RateLimit, string> end)
    {
        if (_slot is { } slot)
        {
            _slot = null;
            window.Change((state, limit) =>
            {
                end(state, limit, slot);
                return slot;
            });
        }
    }
}
