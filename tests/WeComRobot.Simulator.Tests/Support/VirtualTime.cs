using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Support;

/// <summary>A clock that only moves when it is told to, and that tells when something waits on it.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private readonly SemaphoreSlim _waiting = new(0);
    private DateTimeOffset _now = new(2025, 6, 4, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public void Advance(TimeSpan step)
    {
        Alarm[] due;
        lock (_gate)
        {
            _now += step;
            due = [.. _alarms.Where(alarm => alarm.At <= _now)];
            _alarms.RemoveAll(due.Contains);
        }

        foreach (var alarm in due)
        {
            alarm.Ring();
        }
    }

    /// <summary>Until this many more delays have begun.</summary>
    public async Task WaitersAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _waiting.WaitAsync(TimeSpan.FromSeconds(30)), "nothing waits on the clock");
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            var alarm = new Alarm(this, _now + dueTime, () => callback(state));
            _alarms.Add(alarm);
            _waiting.Release();
            return alarm;
        }
    }

    private sealed record Alarm(VirtualTime Clock, DateTimeOffset At, Action Ring) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (Clock._gate)
            {
                Clock._alarms.RemoveAll(alarm => ReferenceEquals(alarm, this));
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
