using System;
using System.Diagnostics;
using System.Threading;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Tells how late this machine wakes whoever sleeps: next to nothing, unless other programs keep it busy.</summary>
internal sealed class Metronome : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    private readonly Thread _thread;
    private volatile bool _isOver;
    private TimeSpan _late;
    private int _beats;

    public Metronome()
    {
        _thread = new(Tick) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Stops, and tells by how much it was late on average.</summary>
    public TimeSpan Stop()
    {
        Dispose();
        return _late / Math.Max(1, _beats);
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Tick()
    {
        for (; !_isOver; _beats++)
        {
            var clock = Stopwatch.StartNew();
            Thread.Sleep(Beat);
            _late += clock.Elapsed - Beat;
        }
    }
}
