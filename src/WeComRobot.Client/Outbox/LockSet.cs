using System;
using System.Collections.Generic;

namespace WeComRobot.Outbox;

/// <summary>Locks that are taken and given up together.</summary>
internal sealed class LockSet : IDisposable
{
    private readonly List<IDisposable> _locks = [];

    /// <summary>Adds a lock; if it could not be taken, gives up the others.</summary>
    public bool TryAdd(IDisposable? taken)
    {
        if (taken is null)
        {
            Dispose();
            return false;
        }

        _locks.Add(taken);
        return true;
    }

    public void Dispose() => _locks.ForEach(taken => taken.Dispose());
}
