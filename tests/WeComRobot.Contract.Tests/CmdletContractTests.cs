using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>What every cmdlet keeps, read from metadata, manifest and documentation.</summary>
public sealed class CmdletContractTests
{
    private static readonly XDocument Documentation = XDocument.Load(Path.Combine(BuiltModule.Folder("Core"), "WeComRobot.xml"));

    public static TheoryData<string> Names => [.. Cmdlets.All.Select(c => c.Name)];

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets()
    {
        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "WeComRobot.psd1"));
        var list = Regex.Match(manifest, @"CmdletsToExport\s*=\s*(?<names>(?:'[^']+',?\s*)+)").Groups["names"].Value;
        var exported = Regex.Matches(list, "'(?<name>[^']+)'").Select(m => m.Groups["name"].Value);

        Assert.Equal(Cmdlets.All.Select(c => c.Name).Order(), exported.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_is_one_sealed_class_in_a_file_of_its_name(string name)
    {
        var cmdlet = Find(name);

        Assert.True(cmdlet.Type.IsSealed);
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);
        var commands = new DirectoryInfo(Path.Combine(Repository.Root, "src", "WeComRobot", "Commands"));
        var file = Assert.Single(commands.GetFiles(cmdlet.Type.Name + ".cs", SearchOption.AllDirectories));
        // In the folder of its topic; beside the folders lie the bases
        Assert.Equal(commands.FullName, file.Directory!.Parent!.FullName);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_derives_from_the_base_that_cleans_the_line_which_its_errors_quote(string name)
    {
        var command = Cmdlets.Assembly.GetType("WeComRobot.Commands.WeComCommand")!;

        Assert.True(command.IsAssignableFrom(Find(name).Type));
        Assert.True(command.GetMethod("BeginProcessing", BindingFlags.Instance | BindingFlags.NonPublic)!.IsFinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_that_reaches_a_robot_or_changes_what_is_kept_can_be_asked_what_if(string name)
    {
        var cmdlet = Find(name);
        string[] looksOrMakes = ["Get", "New", "ConvertTo"];

        Assert.Equal(!looksOrMakes.Contains(cmdlet.Verb), cmdlet.SupportsShouldProcess);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_has_a_Pester_file(string name) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, "tests", "pester", name + ".Tests.ps1")));

    [Theory]
    [MemberData(nameof(Names))]
    public void Cmdlet_and_parameters_are_documented(string name)
    {
        var cmdlet = Find(name);

        Assert.NotEmpty(SummaryOf("T:" + cmdlet.Type.FullName));
        Assert.All(cmdlet.Parameters, p => Assert.NotEmpty(SummaryOf($"P:{p.DeclaringType!.FullName}.{p.Name}")));
    }

    private static Cmdlets.Cmdlet Find(string name) => Cmdlets.All.Single(c => c.Name == name);

    private static string SummaryOf(string member) =>
        Documentation.Descendants("member").Where(m => (string?)m.Attribute("name") == member)
            .Select(m => m.Element("summary")?.Value.Trim()).SingleOrDefault() ?? "";
}
