using System;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

public sealed partial class VirtualTime
{
    /// <summary>A timer whose moment is known. The clock below only lists it as fired, so that no callback runs under a lock.</summary>
    private sealed class TrackedTimer : ITimer
    {
        private readonly VirtualTime _time;
        private readonly ITimer _timer;
        private readonly Action _callback;

        public TrackedTimer(VirtualTime time, Action callback)
        {
            (_time, _callback) = (time, callback);
            _timer = time._clock.CreateTimer(_ => time._fired.Enqueue(this), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Fire() => _callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period > TimeSpan.Zero)
            {
                throw new NotSupportedException("Nothing under test has a timer that repeats.");
            }

            lock (_time._gate)
            {
                _time._due.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    _time._due[this] = _time._clock.GetUtcNow() + dueTime;
                }

                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }

            _time.TimerSet.Raise();
            return true;
        }

        public void Dispose()
        {
            lock (_time._gate)
            {
                _time._due.Remove(this);
                _timer.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
