using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace WeComRobot.Pester.Tests;

/// <summary>Runs each file of tests/pester in a pwsh of its own, several at a time.</summary>
public sealed class PesterFiles
{
    private static readonly string Folder = Path.Combine(FindRoot(AppContext.BaseDirectory), "tests", "pester");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(f => Path.GetFileName(f)).Order()];

    [PwshTheory]
    [MemberData(nameof(Files))]
    public async Task Passes(string file)
    {
        var (exitCode, output) = await Pwsh.RunAsync(
            "-File", Path.Combine(Folder, "Invoke-PesterFile.ps1"), "-Path", Path.Combine(Folder, file));

        Assert.True(exitCode == 0, output);
        // A file whose tests all lack what they use says why; one without tests would say nothing
        Assert.Matches(@"pester: ([1-9]\d* passed, 0 failed|0 passed, 0 failed, [1-9]\d* skipped)", output);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "WeComRobot.psd1")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}

/// <summary>A theory that is skipped, with the reason, where the Pester files cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("WeComRobot.Pester.Tests.SideBySide", "WeComRobot.Pester.Tests")]
public sealed class PwshTheoryAttribute : TheoryAttribute
{
    public PwshTheoryAttribute() => Skip = Pwsh.SkipReason;
}
