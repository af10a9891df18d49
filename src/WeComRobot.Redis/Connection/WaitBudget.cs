using System;
using System.Threading.Tasks;

namespace WeComRobot.Redis.Connection;

/// <summary>How long a message may still wait for Redis, all its questions together.</summary>
/// <param name="max">How long a new message may wait.</param>
/// <param name="time">The clock.</param>
internal sealed class WaitBudget(TimeSpan max, TimeProvider time)
{
    private readonly object _gate = new();
    private TimeSpan _spent;

    /// <summary>What follows may wait as long as a new message.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            _spent = TimeSpan.Zero;
        }
    }

    /// <summary>Waits as long as the budget lasts.</summary>
    /// <returns>Whether the task has come to its end.</returns>
    /// <exception cref="AggregateException">It has failed.</exception>
    public bool Wait(Task task)
    {
        var start = time.GetTimestamp();
        try
        {
            return task.Wait(Left);
        }
        finally
        {
            Spend(time.GetElapsedTime(start));
        }
    }

    private TimeSpan Left
    {
        get
        {
            lock (_gate)
            {
                return _spent < max ? max - _spent : TimeSpan.Zero;
            }
        }
    }

    private void Spend(TimeSpan waited)
    {
        lock (_gate)
        {
            _spent += waited;
        }
    }
}
