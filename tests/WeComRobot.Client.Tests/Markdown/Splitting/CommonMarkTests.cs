using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Each example of CommonMark's spec, alone and among others, at limits so small that it is split.</summary>
public class CommonMarkTests
{
    private static readonly int[] Limits = [64, 80, 100, 128, 160, 200];

    [CommonMarkFact]
    public void Examples_come_in_parts_that_fit_and_lose_nothing()
    {
        var failures =
            from example in CommonMarkSpec.Examples()
            from limit in Limits
            let text = string.Concat(Enumerable.Repeat(example.Markdown + "\n\n", 1 + (limit * 3 / (example.Markdown.Length + 2))))
            let parts = MarkdownSplitter.Split(text, limit)
            let problem = PartRule.Problem(text, limit, parts) ?? LossRule.Problem(text, parts)
            where problem is not null
            select $"{example.Number} at {limit}: {problem}";
        Assert.Empty(failures);
    }

    /// <summary>
    /// Behind a paragraph, with the oracle. Not those of HTML blocks, of which WeCom knows nothing and which are split as text; and
    /// not most examples, but nearly all: some are there to show what no writer means.
    /// </summary>
    [CommonMarkFact]
    public void Nearly_all_parts_parse_to_the_blocks_of_the_whole()
    {
        const int mostOfHundred = 4;
        var (all, failures) = (0, new List<string>());
        foreach (var example in CommonMarkSpec.Examples().Where(e => e.Section != "HTML blocks"))
        {
            foreach (var limit in Limits)
            {
                var text = new string('a', limit - 8) + "\n\n" + example.Markdown + "\n\n" + new string('z', limit - 8);
                all++;
                if (MarkdownOracle.Problem(text, limit, MarkdownSplitter.Split(text, limit)) is { } problem)
                {
                    failures.Add($"{example.Number} at {limit}: {problem}");
                }
            }
        }

        Assert.True(failures.Count * 100 <= all * mostOfHundred, $"{failures.Count} of {all}\n{string.Join('\n', failures)}");
    }

    /// <summary>An example, its number, and the section of the spec that it is in.</summary>
    internal sealed record Example(int Number, string Section, string Markdown);

    internal static class CommonMarkSpec
    {
        public const string Path = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json";

        public static IEnumerable<Example> Examples()
        {
            using var spec = JsonDocument.Parse(File.ReadAllText(Path));
            return [.. spec.RootElement.EnumerateArray().Select(example => new Example(
                example.GetProperty("example").GetInt32(), example.GetProperty("section").GetString()!, example.GetProperty("markdown").GetString()!))];
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CommonMarkFactAttribute : FactAttribute
    {
        public CommonMarkFactAttribute()
        {
            if (!File.Exists(CommonMarkSpec.Path))
            {
                Skip = $"needs Debian's golang-github-yuin-goldmark-dev, which has CommonMark's spec ({CommonMarkSpec.Path}).";
            }
        }
    }
}
