using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Text;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>The namespaces of MAML, and the elements that occur in many others.</summary>
internal static class MamlNames
{
    public static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XElement Description(IEnumerable<Block> blocks) => new(Maml + "description", Paragraphs(blocks));

    public static IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks) =>
        blocks.Select(block => new XElement(Maml + "para", string.Join('\n', PlainBlock.ToLines(block))));

    public static XElement Type(string name) => new(Dev + "type", new XElement(Maml + "name", name));
}
