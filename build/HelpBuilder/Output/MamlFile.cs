using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using WeComRobot.HelpBuilder.Pages;

namespace WeComRobot.HelpBuilder.Output;

/// <summary>The help of all cmdlets as MAML, the XML that Get-Help reads.</summary>
public static class MamlFile
{
    private static readonly XNamespace HelpItems = "http://msh";

    private static readonly XmlWriterSettings Settings =
        new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, Encoding = Encoding.UTF8 };

    public static string Write(IEnumerable<CommandPage> pages)
    {
        var root = new XElement(
            HelpItems + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", MamlNames.Maml),
            new XAttribute(XNamespace.Xmlns + "command", MamlNames.Command),
            new XAttribute(XNamespace.Xmlns + "dev", MamlNames.Dev),
            pages.Select(MamlCommand.Write));

        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, Settings))
        {
            root.WriteTo(writer);
        }

        return text + "\n";
    }

    // The XML declaration states the writer's encoding, which is UTF-16 in a plain StringWriter
    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
