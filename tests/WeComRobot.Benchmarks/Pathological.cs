using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Benchmarks;

/// <summary>What is done with Markdown of any kind in a time that grows with its length.</summary>
internal static class Pathological
{
    private const int PartBytes = 4096;
    private const double MaxTimesOfSplit = 10;

    // What is rewritten is written anew, which ordinary text is not
    private const double MaxTimesOfPlan = 100;

    private static readonly OverflowOptions Options = new() { Adapt = true, MaxPart = int.MaxValue };

    /// <summary>The splitter alone.</summary>
    public static Task<bool> SplitAsync() => new PathologicalTimes(text => MarkdownSplitter.Split(text, PartBytes), MaxTimesOfSplit).RunAsync();

    /// <summary>All that happens before a message is sent: cleaned, adapted, split, looked at.</summary>
    public static Task<bool> PlanAsync() =>
        new PathologicalTimes(text => OverflowPlan.For(new MarkdownMessage { Markdown = new() { Content = text } }, Options), MaxTimesOfPlan).RunAsync();
}
