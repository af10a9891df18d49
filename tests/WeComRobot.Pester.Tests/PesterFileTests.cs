using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace WeComRobot.Pester.Tests;

/// <summary>Runs the files of tests/pester, in several PowerShells at a time.</summary>
/// <param name="log">Receives the files' output; tests/Show-Skips.ps1 finds the skipped tests there.</param>
public sealed class PesterFileTests(ITestOutputHelper log)
{
    public static TheoryData<string> Groups => [.. PesterFiles.Groups];

    [PwshTheory]
    [MemberData(nameof(Groups))]
    public async Task All_their_tests_pass(string files)
    {
        var (exitCode, output) = await Pwsh.RunAsync(PesterFiles.RunArguments(files));

        Assert.True(exitCode == 0, output);
        log.WriteLine(output);
        // A file whose tests all lack what they use says why; one without tests would say nothing
        var ran = Regex.Count(output, @"pester: ([1-9]\d* passed, 0 failed|0 passed, 0 failed, [1-9]\d* skipped)");
        Assert.Equal(files.Split(' ').Length, ran);
    }
}

/// <summary>A theory that is skipped, with the reason, if there is no PowerShell. With CI=true it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("WeComRobot.Pester.Tests.SideBySide", "WeComRobot.Pester.Tests")]
public sealed class PwshTheoryAttribute : TheoryAttribute
{
    public PwshTheoryAttribute() => Skip = Pwsh.Skip;
}
