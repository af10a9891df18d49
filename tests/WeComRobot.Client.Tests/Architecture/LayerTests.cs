using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>The library keeps to its floors, and no folder or file rests on itself by way of others.</summary>
public class LayerTests
{
    private static readonly Lazy<Graph> Files = new(() => SourceGraph.Read(ClientSource.Files, StringsClass(ClientSource.Folder, "WeComRobot"), StringsClass(ClientSource.RedisFolder, "WeComRobot.Redis")));

    [Fact]
    public void Every_folder_is_one_of_the_house() =>
        Assert.All(ClientSource.Files, file => Assert.Contains(House.RoomOf(file.Path), House.Rooms));

    // The compiler looks for IsExternalInit in a namespace of its own
    [Fact]
    public void A_files_namespace_is_its_folder() => Assert.All(
        ClientSource.Files.Where(file => file.Path != "Compat/IsExternalInit.cs"),
        file => Assert.Contains($"namespace {$"WeComRobot.{House.FolderOf(file.Path).Replace('/', '.')}".TrimEnd('.')};", file.Text));

    [Fact]
    public void No_folder_uses_one_that_it_may_not_know() => AssertNone(House.FindTrespasses(Files.Value));

    [Fact]
    public void No_folder_is_in_a_circle() => AssertNone(Files.Value.GroupBy(House.FolderOf).FindCircles());

    [Fact]
    public void No_file_is_in_a_circle() => AssertNone(Files.Value.FindCircles());

    [Fact]
    public void Outside_Compat_only_files_and_the_HTTP_handler_differ_by_edition() => Assert.All(
        ClientSource.Files.Where(file => file.Text.Contains("#if", StringComparison.Ordinal)),
        file => Assert.True(House.RoomOf(file.Path) == "Compat" || file.Path is "State/FileSystem.cs" or "Http/SystemHandler.cs", file.Path));

    [Fact]
    public void Nothing_knows_of_PowerShell() => Assert.DoesNotContain(
        ClientSource.Files, file => file.Text.Contains("System.Management.Automation", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_referenced_that_knows_of_PowerShell() => Assert.DoesNotContain(
        typeof(WeComException).Assembly.GetReferencedAssemblies(),
        name => name.Name!.StartsWith("System.Management.Automation", StringComparison.Ordinal));

    private static void AssertNone(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join(Environment.NewLine, faults));

    /// <summary>What the build makes of Strings.resx.</summary>
    private static string StringsClass(string folder, string name)
    {
        var names = XDocument.Load(Path.Combine(folder, "Strings.resx")).Root!.Elements("data").Select(data => data.Attribute("name")!.Value);
        return $$"""
            namespace {{name}};
            internal static class Strings
            {
                public static System.Resources.ResourceManager ResourceManager => null!;
                public static System.Globalization.CultureInfo? Culture { get; set; }
                {{string.Concat(names.Select(name => $"public static string {name} => \"\"; "))}}
            }
            """;
    }
}
