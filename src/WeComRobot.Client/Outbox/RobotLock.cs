using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Outbox;

/// <summary>The locks of a robot, each in the place where it was taken. They are given up together.</summary>
internal sealed class RobotLock : IDisposable
{
    private readonly List<(OutboxPlace Place, IDisposable Taken)> _locks = [];

    /// <summary>Where only this process delivers the robot's messages.</summary>
    public IEnumerable<OutboxPlace> Places => _locks.Select(held => held.Place);

    /// <summary>Adds a lock; if it could not be taken, gives up the others.</summary>
    public bool TryAdd(OutboxPlace place, IDisposable? taken)
    {
        if (taken is null)
        {
            Dispose();
            return false;
        }

        _locks.Add((place, taken));
        return true;
    }

    public void Dispose() => _locks.ForEach(held => held.Taken.Dispose());
}
