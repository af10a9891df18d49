using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using WeComRobot.Delivery;
using Xunit;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>
/// DESIGN, "The house": Outbox and Delivery rest on Http and Fitting, Fitting on Markdown, and all of them on the ground, whose
/// rooms know nothing of each other; below them lie State, the files that outlive a process, and Compat.
/// </summary>
public class LayerTests
{
    private static readonly string[] Cellar = ["Compat", "State"];
    private static readonly string[] Ground = [.. Cellar, "Messages", "Text", "Media", "Robots", "RateLimiting", "Reference"];

    // What each folder may use beside itself and the root; the root uses none of them
    private static readonly Dictionary<string, string[]> MayUse = Ground.Except(Cellar).ToDictionary(folder => folder, _ => Cellar)
        .Concat(
        [
            new("", []), new("Compat", []), new("State", ["Compat"]), new("Markdown", Ground), new("Fitting", [.. Ground, "Markdown"]),
            new("Http", [.. Ground, "Delivery"]), new("Delivery", [.. Ground, "Markdown", "Fitting", "Http"]),
            new("Outbox", [.. Ground, "Markdown", "Fitting", "Http", "Delivery"]),
        ])
        .ToDictionary();

    [Fact]
    public void Every_folder_is_one_of_the_house() =>
        Assert.All(Repository.ClientSource, file => Assert.Contains(FolderOf(file.Path), MayUse.Keys));

    // IsExternalInit must have the namespace in which the compiler looks for it
    [Fact]
    public void A_files_namespace_is_its_folder() => Assert.All(
        Repository.ClientSource.Where(file => FolderOf(file.Path) != "" && file.Path != "Compat/IsExternalInit.cs"),
        file => Assert.Contains($"namespace WeComRobot.{file.Path[..file.Path.LastIndexOf('/')].Replace('/', '.')};", file.Text));

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
        Assert.False(Uses("    _file.Text.Position = 0;", "Text"));
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
