using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>Windows PowerShell takes a script without byte order mark for the system's code page, and Chinese in it for other characters.</summary>
public sealed class ScriptEncodingTests
{
    /// <summary>What runs in PowerShell 7 alone. Whatever else is a script may be run by Windows PowerShell 5.1.</summary>
    private static readonly string[] PowerShell7Only =
    [
        // Pester files and their modules: started by the tests, in PowerShell 7.4 or newer
        "tests/pester/",
        // Started by the benchmarks and by the quickstart, which look for pwsh
        "tests/WeComRobot.Benchmarks/",
        "docs/quickstart/",
    ];

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly string[] Paths =
    [
        .. CloneFiles.All.Where(path => Path.GetExtension(path) is ".ps1" or ".psm1" or ".psd1")
            .Where(path => !PowerShell7Only.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Scripts => [.. Paths];

    [Fact]
    public void The_scripts_for_Windows_PowerShell_are_found() =>
        Assert.Superset(
            new HashSet<string> { "WeComRobot.psd1", "build/Package.psm1", "docs/recipes/scheduled-task.ps1", "tests/live/Probes.psm1", "tests/package/Smoke.ps1" },
            Paths.ToHashSet());

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_for_Windows_PowerShell_is_ASCII_or_has_a_byte_order_mark(string path)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, path));

        Assert.True(bytes.AsSpan().StartsWith(ByteOrderMark) || bytes.All(b => b < 0x80), path);
    }
}
