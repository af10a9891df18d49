using System.Threading;

namespace WeComRobot.Simulator.State;

/// <summary>A robot: its number, from 1, its webhook key, its rate limit and window and the number of its sends in flight.</summary>
internal sealed class Robot(int number, string key, RateRule rate)
{
    // Sends were observed to be refused at "about 25 parallel sends to one robot"
    private const int MaxInFlight = 25;

    private int _inFlight;

    public int Number => number;

    public string Key => key;

    public RateRule Rate => rate;

    public RateWindow Window { get; } = new(rate);

    /// <summary>Counts a send as in flight until <see cref="EndSend"/>, which must follow in any case.</summary>
    /// <returns>False when too many sends are in flight.</returns>
    public bool TryBeginSend() => Interlocked.Increment(ref _inFlight) <= MaxInFlight;

    public void EndSend() => Interlocked.Decrement(ref _inFlight);
}
