using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>docs/internals/simulator-facts.md names tests and probes that exist, for each fact.</summary>
public sealed class SimulatorFactTests
{
    private static readonly Regex Named = new("`([^`]+)`");
    private static readonly Regex ClassName = new(@"^public (?:sealed |partial )*class (\w+)", RegexOptions.Multiline);
    private static readonly Regex TestName = new(@"^    public (?:async )?(?:Task|void) (\w+)\(", RegexOptions.Multiline);
    private static readonly Regex ProbeId = new("\"id\": \"([^\"]+)\",");

    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "internals", "simulator-facts.md"))
            .Where(line => line.StartsWith("| ") && !line.StartsWith("| fact |"))
            .Select(line => line.Trim('|').Split(" | ")),
    ];

    [Fact]
    public void Each_fact_is_held_by_a_test() => Assert.All(Rows, row =>
    {
        Assert.Equal(3, row.Length);
        Assert.Matches(Named, row[1]);
    });

    [Fact]
    public void Each_test_that_is_named_exists() => Assert.Empty(NamesIn(1).Except(Sources("*.cs").SelectMany(TestsOf)));

    [Fact]
    public void Each_probe_that_is_named_exists() => Assert.Empty(NamesIn(2).Except(Sources("*.json").SelectMany(text => Found(ProbeId, text))));

    private static IEnumerable<string> NamesIn(int column) => Rows.SelectMany(row => Found(Named, row[column])).Distinct();

    private static IEnumerable<string> TestsOf(string source) =>
        Found(ClassName, source).Take(1).SelectMany(type => Found(TestName, source).Select(test => $"{type}.{test}"));

    private static IEnumerable<string> Sources(string pattern) => ((string[])["WeComRobot.Client.Tests", "WeComRobot.Simulator.Tests", "live"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", folder), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
        .Select(File.ReadAllText);

    private static IEnumerable<string> Found(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups[1].Value);
}
