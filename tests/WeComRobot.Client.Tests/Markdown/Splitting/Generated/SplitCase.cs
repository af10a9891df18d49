namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>A document and the limit that it is split at.</summary>
/// <param name="Seed">What made both.</param>
/// <param name="Document">The text or Markdown.</param>
/// <param name="Limit">The most bytes of a part.</param>
internal sealed record SplitCase(int Seed, string Document, int Limit)
{
    public const int LeastLimit = 64;
    public const int MostLimit = 4096;

    public static SplitCase Text(int seed)
    {
        var dice = new Dice(seed);
        var limit = Limits(dice);
        return new(seed, new RandomText(dice).Text(limit), limit);
    }

    public static SplitCase Markdown(int seed)
    {
        var dice = new Dice(seed);
        var limit = Limits(dice);
        return new(seed, RandomMarkdown.Document(dice, limit), limit);
    }

    // A small limit meets as many breaks in a much shorter time
    private static int Limits(Dice dice) => dice.Chance(80) ? dice.Spread(LeastLimit, 512) : dice.Spread(LeastLimit, MostLimit);
}
