using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: the time for any Markdown, however pathological, grows linearly with its length.</summary>
internal static class Pathological
{
    private const int PartBytes = 4096;
    private const double MaxSplitRatio = 10;

    // Pathological input is rewritten, which ordinary text is not
    private const double MaxPlanRatio = 100;

    private static readonly OverflowOptions Options = new() { Adapt = true, MaxPart = int.MaxValue };

    /// <summary>Measures the splitter alone.</summary>
    public static Task<Table> SplitAsync() =>
        new PathologicalTimes(text => MarkdownSplitter.Split(text, PartBytes), MaxSplitRatio).RunAsync("Splitting pathological Markdown");

    /// <summary>Measures everything that happens before a message is sent: it is cleaned, adapted, split and checked.</summary>
    public static Task<Table> PlanAsync() =>
        new PathologicalTimes(text => OverflowPlan.For(new MarkdownMessage { Markdown = new() { Content = text } }, Options), MaxPlanRatio)
            .RunAsync("Planning a message of pathological Markdown");
}
