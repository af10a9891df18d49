using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>The page of a cmdlet, with the sections of PlatyPS's schema 2024-05-01.</summary>
public sealed class CommandPage
{
    public CommandPage(MarkdownPage page)
    {
        Name = System.IO.Path.GetFileNameWithoutExtension(page.Path);
        Synopsis = page.Section("SYNOPSIS").Blocks;
        Description = page.Section("DESCRIPTION").Blocks;
        Syntaxes = [.. page.Section("SYNTAX").Subsections.Select(s => SyntaxHelp.Read(s, page))];
        Examples = [.. page.Section("EXAMPLES").Subsections.Select(s => ExampleHelp.Read(s, page))];
        Parameters = [.. page.Section("PARAMETERS").Subsections.Where(s => s.Title.StartsWith('-')).Select(s => ParameterHelp.Read(s, page))];
        Inputs = [.. page.Section("INPUTS").Subsections];
        Outputs = [.. page.Section("OUTPUTS").Subsections];
        Notes = page.Section("NOTES").Blocks;
        Links = [.. page.Section("RELATED LINKS").Blocks.SelectMany(b => b.Descendants<LinkInline>())];

        // A parameter that occurs in one of the two sections only is misspelled
        var unmatched = Syntaxes.SelectMany(s => s.Parameters).Select(p => p.Name).ToHashSet();
        unmatched.SymmetricExceptWith(Parameters.Select(p => p.Name));
        if (unmatched.Count > 0)
        {
            throw new PageException(page.Path, $"Only one of SYNTAX and PARAMETERS has -{string.Join(", -", unmatched)}.");
        }
    }

    public string Name { get; }

    public IReadOnlyList<Block> Synopsis { get; }

    public IReadOnlyList<Block> Description { get; }

    /// <summary>The syntax of each parameter set.</summary>
    public IReadOnlyList<SyntaxHelp> Syntaxes { get; }

    public IReadOnlyList<ExampleHelp> Examples { get; }

    public IReadOnlyList<ParameterHelp> Parameters { get; }

    /// <summary>The types that the cmdlet takes from the pipeline, each with its description.</summary>
    public IReadOnlyList<PageSection> Inputs { get; }

    public IReadOnlyList<PageSection> Outputs { get; }

    public IReadOnlyList<Block> Notes { get; }

    public IReadOnlyList<LinkInline> Links { get; }

    public ParameterHelp Parameter(string name) => Parameters.First(p => p.Name == name);
}
