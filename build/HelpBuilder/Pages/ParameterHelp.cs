using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>A parameter: its description, and its properties from the YAML block.</summary>
public sealed record ParameterHelp(string Name, IReadOnlyList<Block> Description, ParameterProperties Properties)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    internal static ParameterHelp Read(PageSection section, MarkdownPage page)
    {
        var block = section.Blocks.OfType<FencedCodeBlock>().LastOrDefault(b => b.Info == "yaml")
            ?? throw new PageException(page.Path, $"The parameter {section.Title} has no properties: a block that begins with ```yaml.");
        try
        {
            var properties = Yaml.Deserialize<ParameterProperties>(string.Join('\n', PlainBlock.ToLines(block)));
            if (properties.ParameterSets.Count == 0)
            {
                throw new PageException(page.Path, $"The properties of {section.Title} name no parameter set.");
            }

            return new(section.Title.TrimStart('-'), [.. section.Blocks.Where(b => b != block)], properties);
        }
        catch (YamlException e)
        {
            throw new PageException(page.Path, $"The properties of {section.Title} cannot be read: {e.Message}");
        }
    }
}
