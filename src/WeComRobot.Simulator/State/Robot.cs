using System.Threading;

namespace WeComRobot.Simulator.State;

/// <summary>One webhook: its key, its rate window and how many sends are in flight.</summary>
internal sealed class Robot(string key, RateRule rate)
{
    // "About 25 parallel sends to one robot" were seen to be refused
    private const int MostInFlight = 25;

    private int _inFlight;

    public string Key => key;

    public RateWindow Window { get; } = new(rate);

    /// <summary>Counts a send in; false where it is one too many. Each call is paired with <see cref="Leave"/>.</summary>
    public bool Enter() => Interlocked.Increment(ref _inFlight) <= MostInFlight;

    public void Leave() => Interlocked.Decrement(ref _inFlight);
}
