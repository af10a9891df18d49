using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Text;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>The syntax of one parameter set.</summary>
/// <param name="ParameterSet">Its name, without "(Default)".</param>
/// <param name="Parameters">Its parameters in the order of the page.</param>
public sealed record SyntaxHelp(string ParameterSet, IReadOnlyList<SyntaxParameter> Parameters)
{
    private static readonly Regex Parameter = new(@"(?<=[\[\s])-(?<name>\w+)\]?(?:\s<(?<type>[^>]+)>)?");

    internal static SyntaxHelp Read(PageSection section, MarkdownPage page)
    {
        var code = section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault()
            ?? throw new PageException(page.Path, $"The syntax '{section.Title}' has no code block.");
        var parameters = Parameter.Matches(string.Join('\n', PlainBlock.Lines(code)));
        return new(section.Title.Replace(" (Default)", ""), [.. parameters.Select(m => new SyntaxParameter(m.Groups["name"].Value, m.Groups["type"].Value))]);
    }
}

/// <param name="Name">Without its hyphen.</param>
/// <param name="Type">As one writes it, <c>int[]</c>; empty for a switch.</param>
public sealed record SyntaxParameter(string Name, string Type);
