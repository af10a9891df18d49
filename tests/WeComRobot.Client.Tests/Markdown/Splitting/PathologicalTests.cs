using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>What makes parsers slow is split like anything else; how long it takes is the benchmark's (split-pathological).</summary>
public class PathologicalTests
{
    private const int Length = 20_000;

    public static TheoryData<string> Names => [.. PathologicalInputs.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_split_without_loss(string name)
    {
        var text = PathologicalInputs.All[name](Length);
        AssertSplit(text, 2048, TextSplitter.Split(text, 2048));
        AssertSplit(text, 4096, MarkdownSplitter.Split(text, 4096));
        AssertSplit(text, 128, MarkdownSplitter.Split(text, 128));
    }

    private static void AssertSplit(string text, int limit, IReadOnlyList<string> parts)
    {
        Assert.Null(PartRule.Problem(text, limit, parts) ?? LossRule.Problem(text, parts));

        // And no crumbs: at most three times as many as there must be
        Assert.InRange(parts.Count, 1, (3 * Encoding.UTF8.GetByteCount(text) / limit) + 3);
    }
}
