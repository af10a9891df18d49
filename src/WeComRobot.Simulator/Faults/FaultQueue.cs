using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.Faults;

/// <summary>The faults that are scripted for the next requests.</summary>
internal sealed class FaultQueue
{
    private readonly ConcurrentQueue<Fault> _faults = new();

    /// <summary>Adds all faults, or none if one of them is invalid.</summary>
    public void Add(IReadOnlyList<Fault?> faults)
    {
        var objects = faults.Select(fault => fault ?? throw new ArgumentException("a fault must be an object")).ToArray();
        foreach (var fault in objects)
        {
            FaultRules.Check(fault);
        }

        foreach (var fault in objects)
        {
            _faults.Enqueue(fault);
        }
    }

    public Fault? Take() => _faults.TryDequeue(out var fault) ? fault : null;

    public void Clear() => _faults.Clear();
}
