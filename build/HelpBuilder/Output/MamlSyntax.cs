using System.Linq;
using System.Xml.Linq;
using WeComRobot.HelpBuilder.Pages;
using static WeComRobot.HelpBuilder.Output.MamlNames;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>The syntax of one parameter set.</summary>
internal static class MamlSyntax
{
    public static XElement Write(CommandPage page, SyntaxHelp syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        syntax.Parameters.Select(parameter => Parameter(page, syntax, parameter)));

    private static XElement Parameter(CommandPage page, SyntaxHelp syntax, SyntaxParameter parameter)
    {
        var properties = page.Parameter(parameter.Name).Properties;
        var set = properties.ParameterSets.FirstOrDefault(s => s.Name == syntax.ParameterSet) ?? properties.ParameterSets[0];
        return MamlParameter.Element(parameter, properties, [set]);
    }
}
