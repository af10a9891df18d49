using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace WeComRobot.Tests.Support;

/// <summary>
/// A clock that stands still until a test moves it. Beyond <see cref="FakeTimeProvider"/> it tells how many timers are set, fires each
/// at its own moment, and lets the wall clock be set while timestamps go on.
/// </summary>
public sealed partial class VirtualTime : TimeProvider
{
    private readonly FakeTimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<TrackedTimer, DateTimeOffset> _due = [];
    private readonly Queue<TrackedTimer> _fired = [];
    private TimeSpan _setBy;

    /// <param name="start">The first moment. Defaults to one in 2025.</param>
    public VirtualTime(DateTimeOffset? start = null) =>
        _clock = new(start ?? new DateTimeOffset(2025, 6, 4, 8, 0, 0, TimeSpan.Zero));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers will still fire.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
            {
                return _due.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow() + _setBy;

    /// <summary>Counts from zero, as a machine's does from its start.</summary>
    public override long GetTimestamp() => (_clock.GetUtcNow() - _clock.Start).Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TrackedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Is raised when a timer is set.</summary>
    public Signal TimerSet { get; } = new();

    /// <summary>Completes as soon as that many timers are set: the code under test waits, so time may move on.</summary>
    public Task UntilTimersAsync(int count) => TimerSet.UntilAsync(() => ActiveTimers >= count);

    /// <summary>Moves on from timer to timer until the work is done, but never while it is busy.</summary>
    /// <param name="work">The work.</param>
    /// <param name="isIdle">Whether all of the work waits for its timers: nothing but time can change that.</param>
    /// <param name="signals">What is raised where the work can become idle without setting a timer.</param>
    public async Task RunAsync(IReadOnlyList<Task> work, Func<bool> isIdle, params IReadOnlyList<Signal> signals)
    {
        while (await UntilIdleAsync(work, isIdle, signals).ConfigureAwait(false))
        {
            AdvanceToNextTimer();
        }
    }

    /// <summary>Completes as soon as the work is idle, with a timer set.</summary>
    /// <returns>False if the work is done.</returns>
    public async Task<bool> UntilIdleAsync(IReadOnlyList<Task> work, Func<bool> isIdle, params IReadOnlyList<Signal> signals)
    {
        bool IsDone() => work.All(task => task.IsCompleted);
        await Signal.UntilAsync(() => IsDone() || (ActiveTimers > 0 && isIdle()), [TimerSet, .. signals], work).ConfigureAwait(false);
        return !IsDone();
    }

    /// <summary>Sets the wall clock forward or back; timers and timestamps do not notice.</summary>
    public void SetWallClock(TimeSpan by) => _setBy += by;

    /// <summary>Moves on and fires what falls due, in its order, each at its own moment.</summary>
    public void Advance(TimeSpan by)
    {
        var end = _clock.GetUtcNow() + by;
        while (FireNext(end))
        {
        }
    }

    /// <summary>Moves on to the moment of the next timer and fires that one only.</summary>
    public void AdvanceToNextTimer()
    {
        if (!FireNext(end: null))
        {
            throw new InvalidOperationException("No timer is set.");
        }
    }

    /// <summary>Fires one timer that is due by the end, with the clock at its moment; if there is none, moves on to the end.</summary>
    private bool FireNext(DateTimeOffset? end)
    {
        TrackedTimer? next;
        lock (_gate)
        {
            while (!TryTakeFired(out next))
            {
                DateTimeOffset? due = _due.Count == 0 ? null : _due.Values.Min();
                if (due is null || due > end)
                {
                    MoveTo(end ?? _clock.GetUtcNow());
                    return false;
                }

                MoveTo(due.Value);
            }
        }

        next!.Fire();
        return true;
    }

    /// <summary>Lists as fired what is due by then.</summary>
    private void MoveTo(DateTimeOffset moment) => _clock.Advance(moment > _clock.GetUtcNow() ? moment - _clock.GetUtcNow() : TimeSpan.Zero);

    /// <summary>Takes the first of the timers that have fired below, unless it was stopped or set anew since.</summary>
    private bool TryTakeFired(out TrackedTimer? timer)
    {
        while (_fired.TryDequeue(out timer))
        {
            if (_due.TryGetValue(timer, out var due) && due <= _clock.GetUtcNow())
            {
                return _due.Remove(timer);
            }
        }

        return false;
    }
}
