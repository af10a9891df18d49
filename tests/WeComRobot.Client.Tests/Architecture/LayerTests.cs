using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using WeComRobot.Delivery;
using Xunit;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>
/// DESIGN, "The house": Delivery rests on Content, Content on the ground, whose parts know nothing of each other; below them
/// lies State, the files that outlive a process.
/// </summary>
public class LayerTests
{
    private static readonly string[] Ground = ["Messages", "Robots", "Media", "Reference", "Limits"];

    // What each folder may use beside itself and the root; the root uses none of them
    private static readonly Dictionary<string, string[]> MayUse = Ground.ToDictionary(folder => folder, _ => new[] { "State" })
        .Concat([new("", []), new("State", []), new("Content", Ground), new("Delivery", [.. Ground, "Content", "State"])])
        .ToDictionary();

    [Fact]
    public void Every_folder_is_one_of_the_house() =>
        Assert.All(Repository.ClientSource, file => Assert.Contains(FolderOf(file.Path), MayUse.Keys));

    [Fact]
    public void A_files_namespace_is_its_folder() => Assert.All(Repository.ClientSource.Where(file => FolderOf(file.Path) != ""), file =>
        Assert.Contains($"namespace WeComRobot.{file.Path[..file.Path.LastIndexOf('/')].Replace('/', '.')};", file.Text));

    [Fact]
    public void No_folder_uses_one_that_it_may_not_know()
    {
        var trespasses =
            from file in Repository.ClientSource
            let folder = FolderOf(file.Path)
            from used in MayUse.Keys.Except([.. MayUse[folder], folder, ""])
            from line in file.Text.Split('\n')
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Uses(line, used)
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(trespasses);
    }

    [Fact]
    public void The_check_sees_usings_and_qualified_names()
    {
        Assert.True(Uses("using WeComRobot.Delivery;", "Delivery"));
        Assert.True(Uses("    var x = new WeComRobot.Messages.Cards.Card();", "Messages"));
        Assert.True(Uses("    private readonly Delivery.Receipt _receipt;", "Delivery"));
        Assert.False(Uses("    Delivery.Start();", "Delivery"));
        Assert.False(Uses("    _file.Content.Position = 0;", "Content"));
    }

    [Fact]
    public void Nothing_knows_of_PowerShell() => Assert.DoesNotContain(
        Repository.ClientSource, file => file.Text.Contains("System.Management.Automation", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_referenced_that_knows_of_PowerShell() => Assert.DoesNotContain(
        typeof(RobotClient).Assembly.GetReferencedAssemblies(),
        name => name.Name!.StartsWith("System.Management.Automation", StringComparison.Ordinal));

    private static string FolderOf(string path) => path.Contains('/') ? path[..path.IndexOf('/')] : "";

    // A using, a full name, or the last part of the namespace before one of its types
    private static bool Uses(string line, string folder)
    {
        var types = typeof(RobotClient).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("WeComRobot." + folder, StringComparison.Ordinal) == true)
            .Select(type => Regex.Escape(type.Name));
        return Regex.IsMatch(line, $@"\bWeComRobot\.{folder}\b|(?<!\.)\b{folder}\.({string.Join('|', types)})\b");
    }
}
