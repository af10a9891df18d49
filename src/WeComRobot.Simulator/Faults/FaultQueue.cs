using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.Faults;

/// <summary>The scripted faults that are still to come.</summary>
internal sealed class FaultQueue
{
    private readonly ConcurrentQueue<Fault> _faults = new();

    /// <summary>Adds all, or none where one of them is nonsense.</summary>
    public void Add(IReadOnlyList<Fault?> faults)
    {
        var known = faults.Select(fault => fault ?? throw new ArgumentException("a fault must be an object")).ToArray();
        foreach (var fault in known)
        {
            FaultRules.Check(fault);
        }

        foreach (var fault in known)
        {
            _faults.Enqueue(fault);
        }
    }

    public Fault? Next() => _faults.TryDequeue(out var fault) ? fault : null;

    public void Clear() => _faults.Clear();
}
