using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The DLLs that a user gets with each build (architecture.md#no-third-party-dll).</summary>
public sealed class ShippedFileTests
{
    private static readonly string NetFramework = typeof(ShippedFileTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "NetFrameworkReferences").Value!;

    [Fact]
    public void Core_ships_no_DLL_but_its_own() =>
        Assert.Equal(["WeComRobot.Client.dll", "WeComRobot.dll"], Dlls("Core").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void Each_build_ships_its_own_Chinese_and_no_other_satellite(string edition) =>
        Assert.Equal(
            ["zh-Hans/WeComRobot.Client.resources.dll", "zh-Hans/WeComRobot.resources.dll"],
            Directory.EnumerateDirectories(BuiltModule.Folder(edition)).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
                .Select(f => Path.GetRelativePath(BuiltModule.Folder(edition), f).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void Core_is_built_for_the_oldest_PowerShell_it_serves()
    {
        var references = Dlls("Core").SelectMany(References).Where(r => r.Name == "System.Runtime");

        Assert.All(references, r => Assert.Equal(8, r.Version!.Major));
    }

    [Fact]
    public void The_Desktop_set_is_closed_and_consistent()
    {
        var shipped = Dlls("Desktop").ToDictionary(d => Path.GetFileNameWithoutExtension(d), d => AssemblyName.GetAssemblyName(d).Version!);

        var problems =
            from dll in Dlls("Desktop")
            from reference in References(dll)
            where !IsThere(reference, shipped)
            select $"{Path.GetFileName(dll)} needs {reference.Name} {reference.Version}";
        Assert.Empty(problems);
    }

    [Fact]
    public void No_build_carries_PowerShell_itself() =>
        Assert.DoesNotContain(Dlls("Core").Concat(Dlls("Desktop")), d => Path.GetFileName(d).StartsWith("System.Management.Automation", StringComparison.Ordinal));

    /// <summary>The resolver takes what lies beside it, so a newer version serves; PowerShell brings its own library.</summary>
    private static bool IsThere(AssemblyName reference, Dictionary<string, Version> shipped) =>
        reference.Name == "System.Management.Automation"
        || (shipped.TryGetValue(reference.Name!, out var version) && version >= reference.Version)
        || File.Exists(Path.Combine(NetFramework, reference.Name + ".dll"))
        || File.Exists(Path.Combine(NetFramework, "Facades", reference.Name + ".dll"));

    private static IEnumerable<string> Dlls(string edition) => Directory.EnumerateFiles(BuiltModule.Folder(edition), "*.dll");

    private static List<AssemblyName> References(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r).GetAssemblyName())];
    }
}
