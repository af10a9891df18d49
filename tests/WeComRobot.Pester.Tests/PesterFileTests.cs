using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Engine;
using WeComRobot.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace WeComRobot.Pester.Tests;

/// <summary>Runs each file of tests/pester in a PowerShell of its own, several at a time.</summary>
/// <param name="log">Receives the file's output; tests/Show-Skips.ps1 finds the skipped tests there.</param>
public sealed class PesterFileTests(ITestOutputHelper log)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "pester");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(f => Path.GetFileName(f)).Order()];

    [PwshTheory]
    [MemberData(nameof(Files))]
    public async Task All_its_tests_pass(string file)
    {
        var (exitCode, output) = await Pwsh.RunAsync(
            "-File", Path.Combine(Folder, "Invoke-PesterFile.ps1"), "-Path", Path.Combine(Folder, file));

        Assert.True(exitCode == 0, output);
        log.WriteLine(output);
        // A file whose tests all lack what they use says why; one without tests would say nothing
        Assert.Matches(@"pester: ([1-9]\d* passed, 0 failed|0 passed, 0 failed, [1-9]\d* skipped)", output);
    }
}

/// <summary>A theory that is skipped, with the reason, if there is no PowerShell. With CI=true it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("WeComRobot.Pester.Tests.SideBySide", "WeComRobot.Pester.Tests")]
public sealed class PwshTheoryAttribute : TheoryAttribute
{
    public PwshTheoryAttribute() => Skip = Pwsh.Skip;
}
