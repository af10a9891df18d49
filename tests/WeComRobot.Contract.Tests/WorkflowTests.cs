using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The workflows run on GitHub only; what they name of this clone is there.</summary>
public sealed class WorkflowTests
{
    [Fact]
    public void Each_file_that_a_workflow_names_exists()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"(?<![\w/.-])(?:[\w.-]+/)*[\w.-]+\.(?:ps1|sh|json)\b|\.ci/run").Select(m => m.Value))
            .Distinct().ToList();

        Assert.Contains("./tests/package/Test-Package.ps1", named);
        Assert.All(named, n => Assert.True(File.Exists(Path.Combine(Repository.Root, n)), n));
    }
}
