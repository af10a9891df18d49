using System.Linq;
using System.Xml.Linq;
using Markdig.Syntax.Inlines;
using WeComRobot.HelpBuilder.Pages;
using WeComRobot.HelpBuilder.Text;
using static WeComRobot.HelpBuilder.Output.MamlNames;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>The help of one cmdlet.</summary>
internal static class MamlCommand
{
    public static XElement Write(CommandPage page) => new(
        Command + "command",
        Details(page),
        Description(page.Description),
        new XElement(Command + "syntax", page.Syntaxes.Select(syntax => MamlSyntax.Write(page, syntax))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter => MamlParameter.Write(page, parameter))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => TypeHelp("inputType", type))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => TypeHelp("returnValue", type))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.Links.Select(Link)));

    private static XElement Details(CommandPage page)
    {
        var hyphen = page.Name.IndexOf('-');
        return new(
            Command + "details",
            new XElement(Command + "name", page.Name),
            Description(page.Synopsis),
            new XElement(Command + "verb", page.Name[..hyphen]),
            new XElement(Command + "noun", page.Name[(hyphen + 1)..]));
    }

    private static XElement TypeHelp(string element, PageSection section) => new(Command + element, Type(section.Title), Description(section.Blocks));

    // The order of PowerShell's own help: the code, its explanation, its output. Get-Help writes no line break between an
    // introduction and the code, so there is none; the empty paragraph separates the example from the next title.
    private static XElement Example(ExampleHelp example) => new(
        Command + "example",
        new XElement(Maml + "title", $"--------- {example.Title} ---------"),
        new XElement(Maml + "introduction"),
        new XElement(Dev + "code", string.Join('\n', PlainBlock.ToLines(example.Code))),
        new XElement(Dev + "remarks", Paragraphs(example.Remarks), new XElement(Maml + "para")));

    private static XElement Link(LinkInline link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", PlainText.Read(link)),
        new XElement(Maml + "uri", link.IsWebLink() ? link.Url : null));
}
