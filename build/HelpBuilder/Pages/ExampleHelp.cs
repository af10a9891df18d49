using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>An example: its code, and the text around the code, including the output.</summary>
public sealed record ExampleHelp(string Title, CodeBlock Code, IReadOnlyList<Block> Remarks)
{
    internal static ExampleHelp Read(PageSection section, MarkdownPage page)
    {
        var code = section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault(b => b.Info == "powershell")
            ?? throw new PageException(page.Path, $"'{section.Title}' has no code: a block that begins with ```powershell.");
        return new(section.Title, code, [.. section.Blocks.Where(b => b != code)]);
    }
}
