using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The DLLs that a user gets with each build (architecture.md#no-third-party-dll).</summary>
public sealed class ShippedFileTests
{
    private const string Redis = "Core/Redis";

    private static readonly string NetFramework = typeof(ShippedFileTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "NetFrameworkReferences").Value!;

    [Fact]
    public void Core_ships_no_DLL_but_its_own() =>
        Assert.Equal(["WeComRobot.Client.dll", "WeComRobot.dll"], Dlls("Core").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_fleet_needs_is_in_a_folder_of_its_own() => Assert.Equal(
        [
            "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
            "Microsoft.Extensions.Logging.Abstractions.dll",
            "RESPite.dll",
            "StackExchange.Redis.dll",
            "System.Diagnostics.DiagnosticSource.dll",
            "System.IO.Hashing.dll",
            "System.IO.Pipelines.dll",
            "WeComRobot.Redis.dll",
        ],
        Dlls(Redis).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Core", "zh-Hans/WeComRobot.Client.resources.dll", "zh-Hans/WeComRobot.resources.dll")]
    [InlineData(Redis, "zh-Hans/WeComRobot.Redis.resources.dll")]
    [InlineData("Desktop", "zh-Hans/WeComRobot.Client.resources.dll", "zh-Hans/WeComRobot.resources.dll")]
    public void Each_folder_has_its_own_Chinese_and_no_other_satellite(string folder, params string[] satellites) =>
        Assert.Equal(satellites, FilesBelow(BuiltModule.Folder(folder)).Where(f => !f.StartsWith("Redis/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Core_is_built_for_the_oldest_PowerShell_it_serves()
    {
        var references = Dlls("Core").Concat(Dlls(Redis)).SelectMany(References).Where(r => r.Name == "System.Runtime");

        Assert.All(references, r => Assert.Equal(8, r.Version!.Major));
    }

    [Fact]
    public void The_Desktop_set_is_closed_and_consistent() => Assert.Empty(FindMissing("Desktop", IsInNetFramework));

    [Fact]
    public void The_set_for_a_fleet_is_closed_and_consistent_on_the_oldest_PowerShell_that_it_serves() => Assert.Empty(FindMissing(Redis, IsInNet8));

    [Fact]
    public void Only_what_is_loaded_for_a_fleet_knows_of_Redis() => Assert.DoesNotContain(
        Dlls("Core").Concat(Dlls("Desktop")).SelectMany(References), r => r.Name is "StackExchange.Redis" or "WeComRobot.Redis");

    [Fact]
    public void What_is_loaded_for_a_fleet_knows_no_PowerShell() => Assert.Equal(
        ["WeComRobot.Client"],
        References(Path.Combine(BuiltModule.Folder(Redis), "WeComRobot.Redis.dll"))
            .Select(r => r.Name).Where(n => n is "System.Management.Automation" || n!.StartsWith("WeComRobot", StringComparison.Ordinal)));

    [Fact]
    public void No_build_carries_PowerShell_itself() =>
        Assert.DoesNotContain(Dlls("Core").Concat(Dlls(Redis)).Concat(Dlls("Desktop")), d => Path.GetFileName(d).StartsWith("System.Management.Automation", StringComparison.Ordinal));

    /// <summary>What the DLLs of a folder refer to that is neither there nor anywhere else. What lies there is taken, so a newer version serves.</summary>
    private static IEnumerable<string> FindMissing(string folder, Func<AssemblyName, bool> isElsewhere)
    {
        var shipped = Dlls(folder).ToDictionary(d => Path.GetFileNameWithoutExtension(d), d => AssemblyName.GetAssemblyName(d).Version!);

        return
            from dll in Dlls(folder)
            from reference in References(dll)
            where !(shipped.TryGetValue(reference.Name!, out var version) && version >= reference.Version) && !isElsewhere(reference)
            select $"{Path.GetFileName(dll)} needs {reference.Name} {reference.Version}";
    }

    /// <summary>PowerShell brings its own library.</summary>
    private static bool IsInNetFramework(AssemblyName reference) =>
        reference.Name == "System.Management.Automation"
        || File.Exists(Path.Combine(NetFramework, reference.Name + ".dll"))
        || File.Exists(Path.Combine(NetFramework, "Facades", reference.Name + ".dll"));

    /// <summary>The module has loaded the client. A newer runtime has the same assemblies, in newer versions.</summary>
    private static bool IsInNet8(AssemblyName reference) =>
        reference.Name == "WeComRobot.Client"
        || (reference.Version!.Major <= 8 && File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), reference.Name + ".dll")));

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateDirectories(folder).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));

    private static IEnumerable<string> Dlls(string folder) => Directory.EnumerateFiles(BuiltModule.Folder(folder), "*.dll");

    private static List<AssemblyName> References(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r).GetAssemblyName())];
    }
}
