using System;
using System.Collections.Generic;

namespace WeComRobot.Alerts;

/// <summary>Keeps the alerts of this process, while those that processes share cannot be used.</summary>
internal sealed class AlertMemory : IAlertStore
{
    private readonly Dictionary<string, AlertBook> _books = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Robot, string Key)> _turns = [];

    public string? TakeTrouble() => null;

    public IReadOnlyList<AlertBook> ReadAll()
    {
        lock (_books)
        {
            return [.. _books.Values];
        }
    }

    public AlertBook Read(string robot)
    {
        lock (_books)
        {
            return _books.TryGetValue(robot, out var book) ? book : new() { Robot = robot };
        }
    }

    public AlertBook Change(string robot, Func<AlertBook, AlertBook> change)
    {
        lock (_books)
        {
            return _books[robot] = change(Read(robot));
        }
    }

    /// <summary>Gives up the book of a robot.</summary>
    public void Forget(string robot)
    {
        lock (_books)
        {
            _books.Remove(robot);
        }
    }

    public bool Has(string robot)
    {
        lock (_books)
        {
            return _books.ContainsKey(robot);
        }
    }

    public IDisposable? TryTakeTurn(string robot, string key)
    {
        var turn = (robot.ToUpperInvariant(), key.ToUpperInvariant());
        lock (_books)
        {
            return _turns.Add(turn) ? new Turn(this, turn) : null;
        }
    }

    private sealed class Turn(AlertMemory memory, (string Robot, string Key) turn) : IDisposable
    {
        public void Dispose()
        {
            lock (memory._books)
            {
                memory._turns.Remove(turn);
            }
        }
    }
}
