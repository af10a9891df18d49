using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.Engine;

namespace WeComRobot.Pester.Tests;

/// <summary>Which files of tests/pester run in one PowerShell. To start it and Pester takes longer than the tests of most files.</summary>
internal static class PesterFiles
{
    private const int Together = 8;

    /// <summary>What takes long, or changes its process for good; the longest first, so that none of them is left over at the end.</summary>
    private static readonly string[] Alone =
    [
        "Redaction", "Recipes", "WatchedProcess", "PersistedRobot", "RecipeScheduledTask", "Package", "Fleet", "Examples", "CardRoundTrip",
        "SharedState", "RecipeOutbox", "RedisPassword", "KilledProcess", "LiveProbes", "FleetRecipe", "RecipeTestYourScript", "RedisClash",
        "MarkdownColumns",
    ];

    private static string Folder => Path.Combine(Repository.Root, "tests", "pester");

    /// <summary>The names of the files that share a PowerShell, in the order in which they start.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. Alone, .. Others.Chunk(Together).Select(names => string.Join(' ', names))];

    private static IEnumerable<string> Others =>
        Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(file => Path.GetFileName(file).Replace(".Tests.ps1", "")).Except(Alone).Order();

    /// <summary>The arguments of a PowerShell that runs these files.</summary>
    public static string[] RunArguments(string group) =>
        ["-File", Path.Combine(Folder, "Invoke-PesterFile.ps1"), .. group.Split(' ').Select(name => Path.Combine(Folder, name + ".Tests.ps1"))];
}
