using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using WeComRobot.HelpBuilder.Pages;
using static WeComRobot.HelpBuilder.Output.MamlNames;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>A parameter, in the list of parameters and in a syntax.</summary>
internal static class MamlParameter
{
    public static XElement Write(CommandPage page, ParameterHelp parameter)
    {
        var properties = parameter.Properties;
        var syntax = page.Syntaxes.SelectMany(s => s.Parameters).First(p => p.Name == parameter.Name);
        var element = Element(syntax, properties, properties.ParameterSets);
        element.Element(Maml + "name")!.AddAfterSelf(Description(parameter.Description));
        element.Add(properties.DefaultValue.Length > 0 ? new XElement(Dev + "defaultValue", properties.DefaultValue) : null);
        return element;
    }

    /// <param name="parameter">The parameter's name, and its type as in the syntax.</param>
    /// <param name="properties">The properties that are the same in all parameter sets.</param>
    /// <param name="sets">The properties in the parameter sets that the element describes.</param>
    public static XElement Element(SyntaxParameter parameter, ParameterProperties properties, IReadOnlyList<ParameterSetProperties> sets) => new(
        Command + "parameter",
        new XAttribute("required", sets.Any(s => s.IsRequired)),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]")),
        new XAttribute("globbing", properties.SupportsWildcards),
        new XAttribute("pipelineInput", PipelineInput(sets)),
        new XAttribute("position", sets[0].Position.ToLowerInvariant()),
        new XAttribute("aliases", properties.Aliases.Count > 0 ? string.Join(", ", properties.Aliases) : "none"),
        new XElement(Maml + "name", parameter.Name),
        AcceptedValues(properties),
        Value(parameter.Type, isRequired: true),
        Type(properties.Type));

    private static string PipelineInput(IReadOnlyList<ParameterSetProperties> sets)
    {
        string[] kinds =
        [
            .. sets.Any(s => s.ValueFromPipeline) ? ["ByValue"] : (string[])[],
            .. sets.Any(s => s.ValueFromPipelineByPropertyName) ? ["ByPropertyName"] : (string[])[],
        ];
        return kinds.Length > 0 ? $"true ({string.Join(", ", kinds)})" : "false";
    }

    private static XElement? AcceptedValues(ParameterProperties properties) => properties.AcceptedValues.Count == 0
        ? null
        : new(Command + "parameterValueGroup", properties.AcceptedValues.Select(value => Value(value, isRequired: false)));

    // A switch takes no value
    private static XElement? Value(string text, bool isRequired) => text.Length == 0
        ? null
        : new(
            Command + "parameterValue",
            new XAttribute("required", isRequired),
            new XAttribute("variableLength", text.EndsWith("[]")),
            text);
}
