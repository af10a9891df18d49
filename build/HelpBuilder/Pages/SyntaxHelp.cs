using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Text;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>The syntax of one parameter set.</summary>
/// <param name="ParameterSet">The name of the set, without "(Default)".</param>
/// <param name="Parameters">The parameters in the order of the page.</param>
public sealed record SyntaxHelp(string ParameterSet, IReadOnlyList<SyntaxParameter> Parameters)
{
    private static readonly Regex Parameter = new(@"(?<=[\[\s])-(?<name>\w+)\]?(?:\s<(?<type>[^>]+)>)?");

    internal static SyntaxHelp Read(PageSection section, MarkdownPage page)
    {
        var code = section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault()
            ?? throw new PageException(page.Path, $"The syntax '{section.Title}' has no code block.");
        var parameters = Parameter.Matches(string.Join('\n', PlainBlock.ToLines(code)));
        return new(section.Title.Replace(" (Default)", ""), [.. parameters.Select(m => new SyntaxParameter(m.Groups["name"].Value, m.Groups["type"].Value))]);
    }
}

/// <summary>A parameter in a syntax.</summary>
/// <param name="Name">The name without its hyphen.</param>
/// <param name="Type">The type as PowerShell shows it, such as <c>int[]</c>; empty for a switch.</param>
public sealed record SyntaxParameter(string Name, string Type);
