using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The build leaves help for each cmdlet in both languages, which says what the page says and what the cmdlet is.</summary>
public sealed class BuiltHelpTests
{
    private static readonly Dictionary<string, Dictionary<string, XElement>> Commands = new[] { "en-US", "zh-CN" }.ToDictionary(c => c, Read);

    public static TheoryData<string, string> Pages => HelpPageTests.Pages;

    [Fact]
    public void There_is_help_for_each_cmdlet_and_no_other() =>
        Assert.All(Commands.Values, commands => Assert.Equal(Cmdlets.All.Select(c => c.Name).Order(), commands.Keys.Order()));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Help_says_all_that_the_page_says(string culture, string name)
    {
        var page = HelpPage.Read(culture, name);
        var help = Commands[culture][name];

        var details = Child(help, "details");
        Assert.Equal(page.Section("SYNOPSIS"), Words(Child(details, "description")));
        Assert.Equal(page.Section("DESCRIPTION"), Words(Child(help, "description")));
        Assert.Equal(page.Section("NOTES"), Words(Child(help, "alertSet")));
        Assert.Equal(page.Section("INPUTS"), Words(Child(help, "inputTypes")));
        Assert.Equal(page.Section("OUTPUTS"), Words(Child(help, "returnValues")));
        Assert.Equal(page.Section("RELATED LINKS"), Words(Child(help, "relatedLinks")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_example_has_its_title_its_code_and_then_the_rest(string culture, string name)
    {
        var page = HelpPage.Read(culture, name);
        var shown = Child(Commands[culture][name], "examples").Elements().ToList();
        var written = page.Command.Examples;

        Assert.Equal(written.Count, shown.Count);
        Assert.All(written.Zip(shown), pair =>
        {
            var (example, element) = pair;
            Assert.Equal($"--------- {example.Title} ---------", Child(element, "title").Value);
            Assert.Equal(example.Code.Lines.ToString(), Child(element, "code").Value);
            Assert.Equal(page.Words(example.Remarks), Words(Child(element, "remarks")));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_parameter_is_what_the_cmdlet_takes_and_says_what_the_page_says(string culture, string name)
    {
        var page = HelpPage.Read(culture, name);
        var cmdlet = Cmdlets.All.Single(c => c.Name == name);
        var shown = Child(Commands[culture][name], "parameters").Elements().ToDictionary(p => Child(p, "name").Value);

        Assert.All(page.Command.Parameters, p => Assert.Equal(page.Words(p.Description), Words(Child(shown[p.Name], "description"))));
        Assert.All(cmdlet.Parameters, property =>
        {
            var parameter = shown[property.Name];
            var sets = property.GetCustomAttributesData().Where(a => a.AttributeType == typeof(ParameterAttribute)).ToList();
            Assert.Equal(property.PropertyType.ToString(), Child(Child(parameter, "type"), "name").Value);
            Assert.Equal(sets.Any(s => IsSet(s, "Mandatory")), (bool)parameter.Attribute("required")!);
            Assert.Equal(sets.Any(s => IsSet(s, "ValueFromPipeline")), parameter.Attribute("pipelineInput")!.Value.Contains("ByValue"));
            Assert.Equal(sets.Any(s => IsSet(s, "ValueFromPipelineByPropertyName")), parameter.Attribute("pipelineInput")!.Value.Contains("ByPropertyName"));
            Assert.Contains(parameter.Attribute("position")!.Value, sets.Select(s => Argument(s, "Position")?.ToString() ?? "named"));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_shows_as_Markdown(string culture, string name)
    {
        var prose = Commands[culture][name].Descendants().Where(e => e.Name.LocalName == "para" && e.Parent!.Name.LocalName != "remarks");

        Assert.All(prose, p => Assert.DoesNotMatch(new Regex(@"^```\w|\]\(|\*\*\w", RegexOptions.Multiline), p.Value));
    }

    private static Dictionary<string, XElement> Read(string culture) => XDocument
        .Load(Path.Combine(Repository.Root, culture, "WeComRobot.dll-Help.xml")).Root!.Elements()
        .ToDictionary(command => Child(Child(command, "details"), "name").Value);

    private static XElement Child(XElement parent, string name) => parent.Elements().First(e => e.Name.LocalName == name);

    private static string Words(XElement element) => HelpPage.Words(string.Join('\n', element.DescendantNodes().OfType<XText>().Select(t => t.Value)));

    private static bool IsSet(CustomAttributeData attribute, string name) => true.Equals(Argument(attribute, name));

    private static object? Argument(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Where(a => a.MemberName == name).Select(a => a.TypedValue.Value).FirstOrDefault();
}
