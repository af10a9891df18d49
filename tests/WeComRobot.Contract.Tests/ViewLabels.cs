using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The views of WeComRobot.format.ps1xml take their labels from resources, so that they follow the user's language.</summary>
public sealed class ViewLabels
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "WeComRobot");
    private static readonly XDocument Views = XDocument.Load(Path.Combine(Folder, "WeComRobot.format.ps1xml"));

    [Fact]
    public void Every_column_and_every_line_has_a_label() =>
        Assert.All(Views.Descendants().Where(e => e.Name.LocalName is "TableColumnHeader" or "ListItem"), e => Assert.NotNull(e.Element("Label")));

    [Fact]
    public void Every_label_is_a_resource_and_there_are_no_others()
    {
        var labels = Views.Descendants("Label").ToArray();
        var texts = XDocument.Load(Path.Combine(Folder, "Views", "Labels.resx")).Root!.Elements("data")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

        Assert.All(labels, label => Assert.Equal("WeComRobot.Views.Labels", label.Attribute("BaseName")?.Value));
        // What stands in the file is what shows where the resource is not found
        Assert.All(labels, label => Assert.Equal(label.Value, texts[label.Attribute("ResourceId")!.Value]));
        Assert.Equal(texts.Keys.Order(), labels.Select(label => label.Attribute("ResourceId")!.Value).Distinct().Order());
    }
}
