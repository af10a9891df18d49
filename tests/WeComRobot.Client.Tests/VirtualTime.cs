using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private DateTimeOffset _start;
    private TimeSpan _elapsed;

    /// <param name="start">The first moment; a fixed one where null.</param>
    public VirtualTime(DateTimeOffset? start = null) =>
        _start = start ?? new DateTimeOffset(2025, 6, 4, 8, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers will still fire.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _start + _elapsed;
        }
    }

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes as soon as that many timers are active: the code under test waits, so time may move on.</summary>
    public Task UntilTimersAsync(int count)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            TellWaiters();
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(30), System);
        }
    }

    /// <summary>Somebody sets the wall clock; timers and timestamps do not notice.</summary>
    public void Step(TimeSpan step)
    {
        lock (_gate)
        {
            _start += step;
        }
    }

    /// <summary>Moves on and fires what falls due, in its order, each at its own moment.</summary>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        TimeSpan end;
        lock (_gate)
        {
            end = _elapsed + step;
        }

        while (NextDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Moves on to the moment of the next timer and fires that one only.</summary>
    public void AdvanceToNextTimer() => NextDue(TimeSpan.MaxValue)!.Fire();

    private TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>Takes the next timer up to the end, with the clock at its moment; at the end, null.</summary>
    private VirtualTimer? NextDue(TimeSpan end)
    {
        lock (_gate)
        {
            // OrderBy is stable: of two at one moment the one set earlier fires first
            var next = _timers.OrderBy(timer => timer.Due).FirstOrDefault();
            if (next is null || next.Due > end)
            {
                _elapsed = end > _elapsed ? end : _elapsed;
                return null;
            }

            _elapsed = next.Due > _elapsed ? next.Due : _elapsed;
            _timers.Remove(next);
            next.Repeat();
            return next;
        }
    }

    private void TellWaiters()
    {
        foreach (var waiter in _waiters.Where(waiter => _timers.Count >= waiter.Count).ToArray())
        {
            _waiters.Remove(waiter);
            waiter.Reached.SetResult();
        }
    }

    private sealed class VirtualTimer(VirtualTime time, Action callback) : ITimer
    {
        private TimeSpan _period;

        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                _period = period;
                Start(dueTime);
                return true;
            }
        }

        public void Fire() => callback();

        public void Repeat() => Start(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Start(TimeSpan delay)
        {
            if (delay != Timeout.InfiniteTimeSpan)
            {
                Due = time._elapsed + delay;
                time._timers.Add(this);
                time.TellWaiters();
            }
        }
    }
}
