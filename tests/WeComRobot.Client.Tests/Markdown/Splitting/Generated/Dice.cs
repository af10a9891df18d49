using System;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Chance that comes out the same for the same seed, on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => _random.Next(first, Math.Max(first, last) + 1);

    public T Pick<T>(params ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    public char Pick(string from) => from[_random.Next(from.Length)];

    /// <summary>A number between both, small ones as often as large ones of as many digits.</summary>
    public int Spread(int least, int most) => (int)Math.Round(least * Math.Pow((double)most / least, _random.NextDouble()));
}
